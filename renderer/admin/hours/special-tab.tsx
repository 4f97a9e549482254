import { CalendarX, MoonStar, Trash2 } from 'lucide-react';
import type { CalendarFile } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import { BothFields } from '../form/both.tsx';
import { useChoice } from '../form/use-choice.ts';
import type { Form } from '../form/use-form.ts';
import { Press, Switch, TextField } from '../parts/controls.tsx';
import { Card, Columns, Empty, Fields } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import { daysWords } from './day-words.ts';
import css from './hours.module.css';
import { planName } from './plan-names.ts';
import { newHoliday, shorterDays } from './special-draft.ts';
import { WeekTable } from './week-table.tsx';

/** When Ramadan's working day ends at the latest. */
const ramadanEnd = '14:00';

/** Holidays and other hours for a while; the chosen one is filled in beside the list. */
export function SpecialTab({ form, today }: { form: Form<CalendarFile>; today: string }) {
  const { words, pick, language } = useWords();
  const said = words.admin.hours;
  const { special } = form.content;
  const marked = special.findIndex((_, index) => form.marked(['special', index]));
  const [chosen, setChosen] = useChoice(form.wrong, marked < 0 ? undefined : marked, 0);
  const at = Math.min(chosen, special.length - 1);
  const add = (days: CalendarFile['special'][number]) => {
    form.add(['special'], days);
    setChosen(special.length);
  };
  return (
    <div className={css.split}>
      <Card title={said.specialList}>
        {special.length === 0 && <Empty>{said.noSpecial}</Empty>}
        <ul className={rows.rows}>
          {special.map((days, index) => (
            // Two of the same name and day are told apart by their place.
            <li key={index}>
              <button
                type="button"
                className={`${rows.row ?? ''} ${rows.choice ?? ''}`}
                aria-current={index === at ? 'true' : undefined}
                onClick={() => setChosen(index)}
              >
                {days.closed ? <CalendarX /> : <MoonStar />}
                <span className={rows.main}>
                  <span className={rows.name}>{pick(days.name)}</span>
                  <span className={rows.note}>{daysWords(days.from, days.to, language)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <div className={css.adds}>
          <Press icon={<CalendarX />} onPress={() => add(newHoliday(today, said.newHoliday))}>
            {said.addHoliday}
          </Press>
          <Press icon={<MoonStar />} onPress={() => add(shorterDays(form.content, today, said.newRamadan, ramadanEnd))}>
            {said.addRamadan}
          </Press>
        </div>
      </Card>
      {special[at] !== undefined && (
        <SpecialFields
          form={form}
          at={at}
          onRemove={() => {
            form.remove(['special'], at);
            setChosen(0);
          }}
        />
      )}
    </div>
  );
}

function SpecialFields({ form, at, onRemove }: { form: Form<CalendarFile>; at: number; onRemove: () => void }) {
  const { words, pick } = useWords();
  const said = words.admin.hours;
  const days = form.content.special[at];
  if (days === undefined) return null;
  const path = (...rest: (string | number)[]) => ['special', at, ...rest];
  return (
    <Card
      title={pick(days.name)}
      tools={
        <Press kind="danger" icon={<Trash2 />} onPress={onRemove}>
          {said.remove}
        </Press>
      }
    >
      <BothFields form={form} at={path('name')} value={days.name} label={said.specialName} />
      <Fields>
        <TextField
          label={said.fromDate}
          type="date"
          value={days.from}
          problem={form.problem(path('from'))}
          onChange={(value) => form.set(path('from'), value)}
        />
        <TextField
          label={said.toDate}
          type="date"
          value={days.to}
          problem={form.problem(path('to'))}
          onChange={(value) => form.set(path('to'), value)}
        />
      </Fields>
      <Switch
        label={said.closedAllDay}
        hint={said.closedAllDayHint}
        on={days.closed}
        onChange={(on) => form.set(path('closed'), on)}
      />
      {!days.closed && (
        <Columns>
          {Object.entries(form.content.hours).map(([id, usual]) => {
            const own = days.hours[id];
            return (
              <section key={id}>
                <Switch
                  label={said.otherHours(planName(words, id))}
                  on={own !== undefined}
                  onChange={(on) => form.set(path('hours', id), on ? usual : undefined)}
                />
                {own !== undefined && (
                  <WeekTable
                    week={own}
                    at={path('hours', id)}
                    problem={form.problem}
                    onChange={(week) => form.set(path('hours', id), week)}
                  />
                )}
              </section>
            );
          })}
        </Columns>
      )}
    </Card>
  );
}

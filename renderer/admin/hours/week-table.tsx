import { Coffee, CopyCheck, Plus, X } from 'lucide-react';
import type { Week } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import type { Path } from '../form/draft.ts';
import { Press } from '../parts/controls.tsx';
import css from './hours.module.css';
import { TimeField } from './time-field.tsx';
import { copiedOn, ends, joined, type Weekday, weekdays, withBreak, withStretch } from './week-draft.ts';

interface Props {
  week: Week;
  at: Path;
  problem: (at: Path) => string | undefined;
  onChange: (week: Week) => void;
}

/** A row a day: from, to, and the breaks between. */
export function WeekTable({ week, at, problem, onChange }: Props) {
  const { words } = useWords();
  const said = words.admin.hours;
  const put = (day: Weekday, hours: string[]) => onChange({ ...week, [day]: hours });
  return (
    <div className={css.week}>
      {weekdays.map((day) => {
        const hours = week[day] ?? [];
        const cut = withBreak(hours);
        const told = problem([...at, day]);
        return (
          <div key={day} className={css.day} role="group" aria-label={said.days[day]}>
            <span className={css.dayName}>{said.days[day]}</span>
            <span className={css.stretches}>
              {hours.length === 0 && <span className={css.closed}>{said.closedDay}</span>}
              {hours.map((interval, index) => {
                const [from, to] = ends(interval);
                const wrong = problem([...at, day, index]);
                const change = (next: string) => put(day, hours.with(index, next));
                return (
                  // A stretch has no name but its place.
                  <span key={index} className={css.stretch}>
                    <TimeField
                      label={said.from(said.days[day])}
                      value={from}
                      wrong={wrong !== undefined}
                      onChange={(value) => change(joined(value, to))}
                    />
                    <span aria-hidden="true">–</span>
                    <TimeField
                      label={said.to(said.days[day])}
                      value={to}
                      wrong={wrong !== undefined}
                      onChange={(value) => change(joined(from, value))}
                    />
                    <Press
                      kind="bare"
                      icon={<X />}
                      label={said.removeStretch(said.days[day])}
                      onPress={() => put(day, hours.toSpliced(index, 1))}
                    />
                    {wrong !== undefined && <span className={css.problem}>{wrong}</span>}
                  </span>
                );
              })}
              {told !== undefined && <span className={css.problem}>{told}</span>}
            </span>
            <span className={css.dayTools}>
              {cut !== null && (
                <Press
                  kind="bare"
                  icon={<Coffee />}
                  label={said.addBreak(said.days[day])}
                  onPress={() => put(day, cut)}
                />
              )}
              <Press
                kind="bare"
                icon={<Plus />}
                label={said.addStretch(said.days[day])}
                onPress={() => put(day, withStretch(hours))}
              />
              <Press
                kind="bare"
                icon={<CopyCheck />}
                label={said.copy(said.days[day])}
                disabled={weekdays.indexOf(day) >= weekdays.indexOf('fri')}
                onPress={() => onChange(copiedOn(week, day))}
              />
            </span>
          </div>
        );
      })}
    </div>
  );
}

import type { CalendarFile } from '../../../contract/catalogue.ts';
import { useWords } from '../../i18n/staff.ts';
import { Badge, Card } from '../parts/frame.tsx';
import { dayWords, hoursWords } from './day-words.ts';
import { daysAhead } from './days-ahead.ts';
import css from './hours.module.css';
import { planName } from './plan-names.ts';

/** What residents will meet, before it is saved. */
export function AheadTab({ calendar, today }: { calendar: CalendarFile; today: string }) {
  const { words, pick, language } = useWords();
  const said = words.admin.hours;
  const plans = Object.keys(calendar.hours);
  return (
    <Card title={said.tabs.ahead} detail={said.aheadDetail}>
      <table className={css.ahead}>
        <thead>
          <tr>
            <th scope="col">{said.day}</th>
            {plans.map((id) => (
              <th key={id} scope="col">
                {planName(words, id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {daysAhead(calendar, today, 14).map(({ date, special, closed, plans: found }) => (
            <tr key={date} data-closed={closed || undefined}>
              <th scope="row">
                {dayWords(date, language)}
                {special !== null && <Badge tone={closed ? 'danger' : 'warning'}>{pick(special)}</Badge>}
              </th>
              {found.map(({ id, hours }) => (
                <td key={id}>{hours.length === 0 ? said.closedDay : hoursWords(hours, language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

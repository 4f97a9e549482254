import type { Service } from '../../../contract/queue.ts';
import { useWords } from '../../i18n/staff.ts';
import { hueStyle } from '../../ui/service-look.ts';
import { Card } from '../parts/frame.tsx';
import rows from '../parts/rows.module.css';
import css from './today.module.css';

/** How many wait for what, and which service gives no number now. */
export function WaitingCard({ services }: { services: readonly Service[] | undefined }) {
  const { words, pick } = useWords();
  const said = words.admin.today;
  if (services === undefined) return null;
  const all = services.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <Card title={said.waiting(all)}>
      <ul className={css.services}>
        {services.map(({ id, letter, hue, name, waiting, availability }) => (
          <li key={id} className={rows.row}>
            <span className={rows.mark} style={hueStyle(hue)} aria-hidden="true">
              {letter}
            </span>
            <span className={rows.main}>
              <span className={rows.name}>{pick(name)}</span>
              {!availability.open && <span className={rows.note}>{said.closed}</span>}
            </span>
            <span className={css.waits}>{waiting}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

import type { UpdateState } from '../../../contract/updates.ts';
import { useUpdateWords } from '../../i18n/admin/updates.ts';
import { useTimes } from '../desk.ts';
import { Badge, Card } from '../parts/frame.tsx';
import css from './updates.module.css';

/** What runs now, where newer versions come from, and how the last question ended. */
export function VersionCard({ state }: { state: UpdateState }) {
  const { words } = useUpdateWords();
  const times = useTimes();
  const said = words.version;
  const { version, channel, server, quietHours, lastCheck, off } = state;
  const badge = channel === null ? undefined : <Badge tone="calm">{said.channel(channel)}</Badge>;
  return (
    <Card title={said.title(version)} detail={said.detail} tools={badge}>
      {off === null && (
        <dl className={css.facts}>
          <div>
            <dt>{said.lastCheck}</dt>
            {lastCheck === null ? (
              <dd>{said.never}</dd>
            ) : (
              <>
                <dd>{words.answers[lastCheck.answer]}</dd>
                <dd className={css.note}>{times?.past(lastCheck.at)}</dd>
              </>
            )}
          </div>
          {quietHours !== null && (
            <div>
              <dt>{said.quietHours}</dt>
              <dd>{said.between(quietHours.from, quietHours.until)}</dd>
            </div>
          )}
          <div>
            <dt>{said.server}</dt>
            <dd>{server}</dd>
          </div>
        </dl>
      )}
    </Card>
  );
}

import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { FleetState } from '../../../contract/fleet.ts';
import { useFleetWords } from '../../i18n/admin/fleet.ts';
import { useDesk, useTimes } from '../desk.ts';
import { Press, TextField } from '../parts/controls.tsx';
import { Badge, Card } from '../parts/frame.tsx';
import { useWork } from '../use-work.ts';
import css from './fleet.module.css';

const isAddress = (text: string): boolean => /^https:\/\/[^\s/]+(\/\S*)?$/.test(text) && URL.canParse(text);

/** Where statuses go by themselves, and whether they arrive. */
export function SendCard({ state, again }: { state: FleetState; again: () => void }) {
  const { words } = useFleetWords();
  const { client, tell } = useDesk();
  const times = useTimes();
  const work = useWork('at the foot', words.refusals);
  const [typed, setTyped] = useState<string | null>(null);
  const said = words.send;
  const { address, sentAt, unsent, failing } = state;
  const text = (typed ?? address ?? '').trim();
  const isWrong = text !== '' && !isAddress(text);
  const save = () =>
    work.run(
      () => client.fleet.setAddress({ address: text === '' ? null : text }),
      () => {
        setTyped(null);
        again();
        tell({ tone: 'good', text: said.saved });
      },
    );
  return (
    <Card title={said.title} detail={said.detail}>
      <TextField
        label={said.address}
        hint={said.hint}
        problem={isWrong ? said.wrong : undefined}
        value={typed ?? address ?? ''}
        maxLength={300}
        onChange={setTyped}
      />
      {typed !== null && text !== (address ?? '') && (
        <div className={css.acts}>
          <Press kind="action" disabled={isWrong || work.busy} onPress={save}>
            {said.save}
          </Press>
        </div>
      )}
      {address !== null && (
        <>
          <div className={css.acts}>
            {failing ? (
              <Badge tone="warning" icon={<TriangleAlert />}>
                {said.failing}
              </Badge>
            ) : (
              <Badge tone={sentAt === null ? 'calm' : 'good'} icon={<CircleCheck />}>
                {sentAt === null ? said.never : said.sent(times?.past(sentAt) ?? '')}
              </Badge>
            )}
          </div>
          {unsent > 0 && <p className={css.note}>{said.unsent(unsent)}</p>}
        </>
      )}
    </Card>
  );
}

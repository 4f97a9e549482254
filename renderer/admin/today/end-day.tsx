import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { DayEnd } from '../../client/admin-client.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog, Option, Options } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Empty, Waiting } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { useList, useWork } from '../use-work.ts';
import css from './today.module.css';

/** Nobody is forgotten: who was not served is listed, and may be first on the next open day. */
export function EndDay({ onClose }: { onClose: () => void }) {
  const { words } = useWords();
  const { client } = useDesk();
  const { value: unserved } = useList(client.queue.unserved);
  const work = useWork('here');
  const [ended, setEnded] = useState<DayEnd | null>(null);
  const said = words.admin.today.endDay;
  const end = (carry: boolean) => work.run(() => client.queue.endDay({ carry }), setEnded);
  if (ended !== null) return <Ended ended={ended} onClose={onClose} />;
  return (
    <Dialog title={said.title} detail={said.detail} broad onClose={onClose}>
      <Refused work={work} />
      {unserved === undefined && <Waiting />}
      {unserved?.length === 0 && <Empty>{said.nobody}</Empty>}
      {unserved !== undefined && unserved.length > 0 && (
        <>
          <p>{said.unserved(unserved.length)}</p>
          <ul className={css.numbers}>
            {unserved.map(({ id, number }) => (
              <li key={id}>{number}</li>
            ))}
          </ul>
          <Options label={said.how}>
            <Option nth={1} label={said.carry} note={said.carryNote} disabled={work.busy} onChoose={() => end(true)} />
            <Option
              nth={2}
              label={said.drop}
              note={said.dropNote}
              danger
              disabled={work.busy}
              onChoose={() => end(false)}
            />
          </Options>
        </>
      )}
    </Dialog>
  );
}

function Ended({ ended, onClose }: { ended: DayEnd; onClose: () => void }) {
  const { words } = useWords();
  const said = words.admin.today.endDay;
  const carried = ended.filter(({ next }) => next !== null);
  return (
    <Dialog
      title={said.ended}
      detail={carried.length === 0 ? said.endedNone(ended.length) : said.readOut}
      broad
      onClose={onClose}
    >
      <ul className={carried.length === 0 ? css.numbers : css.carried}>
        {ended.map(({ number, next }) => (
          <li key={number}>
            {number}
            {next !== null && (
              <>
                <ArrowRight aria-label={said.becomes} />
                {next.number}
              </>
            )}
          </li>
        ))}
      </ul>
      <div className={css.answers}>
        <Press kind="action" onPress={onClose}>
          {words.common.close}
        </Press>
      </div>
    </Dialog>
  );
}

import { Download, HardDriveDownload, RefreshCw } from 'lucide-react';
import type { FleetState } from '../../../contract/fleet.ts';
import { useFleetWords } from '../../i18n/admin/fleet.ts';
import { saveFile } from '../../staff/save-file.ts';
import { textFile } from '../../staff/saved-files.ts';
import { Qr } from '../../ui/qr.tsx';
import { useDesk } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Card, Empty } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import css from './fleet.module.css';

/** The newest status as a code to photograph, or as a file. */
export function CodeCard({ state, again }: { state: FleetState; again: () => void }) {
  const { words } = useFleetWords();
  const { client, tell } = useDesk();
  const work = useWork('here', words.refusals);
  const said = words.code;
  const { last, problem, secondPlace } = state;
  const make = () =>
    work.run(
      () => client.fleet.makeNow({}),
      () => {
        again();
        tell({ tone: 'good', text: said.made });
      },
    );
  const put = () =>
    work.run(
      () => client.fleet.putAtSecondPlace({}),
      ({ name }) => tell({ tone: 'good', text: said.putDone(name) }),
    );
  return (
    <Card title={said.title} detail={said.detail}>
      {last === null ? (
        <Empty>{said.none}</Empty>
      ) : (
        <Qr className={css.code ?? ''} text={last.text} label={said.label} ecc="L" />
      )}
      <Refused work={work} />
      <div className={css.acts}>
        <Press kind="action" icon={<RefreshCw />} disabled={problem !== null || work.busy} onPress={make}>
          {said.make}
        </Press>
        {last !== null && (
          <Press
            icon={<Download />}
            onPress={() =>
              saveFile(
                textFile({ name: `anjungan-status-${last.body.code}-${last.body.seq}.txt`, text: `${last.text}\n` }),
              )
            }
          >
            {said.save}
          </Press>
        )}
        {last !== null && secondPlace && (
          <Press icon={<HardDriveDownload />} disabled={problem !== null || work.busy} onPress={put}>
            {said.put}
          </Press>
        )}
      </div>
      {last !== null && !secondPlace && <p className={css.note}>{said.putNote}</p>}
    </Card>
  );
}

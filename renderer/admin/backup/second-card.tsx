import { HardDrive, Usb } from 'lucide-react';
import { useState } from 'react';
import type { BackupState } from '../../../contract/backup.ts';
import { useBackupWords } from '../../i18n/admin/backup.ts';
import { useDesk } from '../desk.ts';
import { Band } from '../parts/band.tsx';
import { Press } from '../parts/controls.tsx';
import { Card } from '../parts/frame.tsx';
import { Question } from '../parts/question.tsx';
import { useWork } from '../use-work.ts';
import css from './backup.module.css';
import { SecondSheet } from './second-sheet.tsx';

/** The copy that outlives the machine. */
export function SecondCard({ state: { second }, onChanged }: { state: BackupState; onChanged: () => void }) {
  const { words } = useBackupWords();
  const { client } = useDesk();
  const work = useWork('here');
  const [open, setOpen] = useState<'choose' | 'stop' | null>(null);
  const said = words.second;
  const close = () => setOpen(null);
  return (
    <Card title={said.title} detail={said.detail}>
      {second === null ? (
        <Band tone="warning">{said.none}</Band>
      ) : (
        <>
          {second.problem !== null && <Band tone="danger">{said.problems[second.problem]}</Band>}
          <p className={css.strong}>{said.at(second.path)}</p>
          <p className={css.note}>{second.newest === null ? said.empty : said.newest(second.newest)}</p>
        </>
      )}
      <div className={css.acts}>
        <Press icon={<Usb />} onPress={() => setOpen('choose')}>
          {second === null ? said.choose : said.change}
        </Press>
        {second !== null && (
          <Press kind="bare" onPress={() => setOpen('stop')}>
            {said.stop}
          </Press>
        )}
      </div>
      {open === 'choose' && (
        <SecondSheet
          onClose={close}
          onSet={() => {
            close();
            onChanged();
          }}
        />
      )}
      {open === 'stop' && (
        <Question
          title={said.stopTitle}
          detail={said.stopDetail}
          yes={said.stopYes}
          icon={<HardDrive />}
          work={work}
          onBack={close}
          onYes={() =>
            work.run(
              () => client.backup.setSecondPath({ path: null }),
              () => {
                close();
                onChanged();
              },
            )
          }
        />
      )}
    </Card>
  );
}

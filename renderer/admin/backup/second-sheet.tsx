import { Usb } from 'lucide-react';
import { useState } from 'react';
import { useBackupWords } from '../../i18n/admin/backup.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Press, TextField } from '../parts/controls.tsx';
import { Refused } from '../parts/refused.tsx';
import { useList, useWork } from '../use-work.ts';
import css from './backup.module.css';

/** ms; a stick that is plugged in meanwhile shows by itself. */
const everyMs = 2_000;

const sizeOf = (bytes: number) => (bytes >= 1e9 ? `${Math.floor(bytes / 1e9)} GB` : `${Math.floor(bytes / 1e6)} MB`);

/** Where the second copy goes: a stick that is there, or a folder by its path. */
export function SecondSheet({ onClose, onSet }: { onClose: () => void; onSet: () => void }) {
  const { words } = useBackupWords();
  const { client, tell } = useDesk();
  const { value: places } = useList(client.backup.places, everyMs);
  const said = words.second;
  const work = useWork('here', { SECOND_PATH_UNUSABLE: said.unusable });
  const [path, setPath] = useState('');
  const use = (chosen: string) =>
    work.run(
      () => client.backup.setSecondPath({ path: chosen }),
      () => {
        tell({ tone: 'good', text: said.used });
        onSet();
      },
    );
  return (
    <Dialog title={said.sheet} detail={said.sheetDetail} onClose={onClose}>
      <div className={css.places}>
        {places?.length === 0 && <p className={css.note}>{said.nothing}</p>}
        {places?.map((place) => (
          <Press key={place.path} icon={<Usb />} disabled={work.busy} onPress={() => use(place.path)}>
            {place.path} · {said.free(sizeOf(place.freeBytes))}
          </Press>
        ))}
      </div>
      <TextField label={said.path} hint={said.pathHint} value={path} maxLength={500} onChange={setPath} />
      <Refused work={work} />
      <div className={css.spread}>
        <span />
        <Press kind="action" disabled={path.trim() === '' || work.busy} onPress={() => use(path.trim())}>
          {said.use}
        </Press>
      </div>
    </Dialog>
  );
}

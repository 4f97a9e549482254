import { Unplug } from 'lucide-react';
import { useState } from 'react';
import type { Device } from '../../../contract/devices.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Press, Switch, TextField } from '../parts/controls.tsx';
import { Refused } from '../parts/refused.tsx';
import { Volume } from '../parts/volume.tsx';
import { useWork } from '../use-work.ts';
import css from './machines.module.css';

/** Where the lounge's is not known yet. */
const usualVolume = 0.9;

interface Props {
  device: Device;
  /** Of the lounge, 0 to 1: what a display takes that has no volume of its own. */
  loungeVolume: number | undefined;
  onClose: () => void;
}

/** Another name, how loud a display calls, or out of the lounge. */
export function MachineSheet({ device, loungeVolume, onClose }: Props) {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const work = useWork('here');
  const [name, setName] = useState(device.name);
  const [volume, setVolume] = useState(device.volume);
  const [revoking, setRevoking] = useState(false);
  const said = words.admin.machines;
  const renamed = name.trim() !== device.name;
  const louder = volume !== device.volume;
  if (revoking) {
    return (
      <Dialog title={said.revokeTitle(device.name)} detail={said.revokeDetail} onClose={() => setRevoking(false)}>
        <Refused work={work} />
        <div className={css.answers}>
          <Press onPress={() => setRevoking(false)}>{words.admin.cancel}</Press>
          <Press
            kind="danger"
            icon={<Unplug />}
            disabled={work.busy}
            onPress={() =>
              work.run(
                () => client.devices.revoke({ id: device.id }),
                () => {
                  tell({ tone: 'good', text: said.revoked(device.name) });
                  onClose();
                },
              )
            }
          >
            {said.revokeYes}
          </Press>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog key="name" title={device.name} detail={said.kinds[device.kind]} onClose={onClose}>
      <TextField label={said.name} value={name} maxLength={40} onChange={setName} />
      {device.kind === 'display' && (
        <>
          <Switch
            label={said.likeLounge}
            hint={loungeVolume === undefined ? undefined : said.loungeVolume(Math.round(loungeVolume * 100))}
            on={volume === null}
            onChange={(like) => setVolume(like ? null : (device.volume ?? loungeVolume ?? usualVolume))}
          />
          {volume !== null && <Volume value={volume} onChange={setVolume} />}
        </>
      )}
      <Refused work={work} />
      <div className={css.spread}>
        {device.pairedAt === null ? (
          <p className={css.note}>{said.ownNote}</p>
        ) : (
          <Press kind="danger" icon={<Unplug />} onPress={() => setRevoking(true)}>
            {said.revoke}
          </Press>
        )}
        <Press
          kind="action"
          disabled={name.trim() === '' || !(renamed || louder) || work.busy}
          onPress={() =>
            work.run(
              async () => {
                if (renamed) await client.devices.rename({ id: device.id, name });
                if (louder) await client.devices.setVolume({ id: device.id, volume });
              },
              () => {
                tell({ tone: 'good', text: renamed ? said.renamed(name.trim()) : said.volumeSet(device.name) });
                onClose();
              },
            )
          }
        >
          {words.admin.form.save}
        </Press>
      </div>
    </Dialog>
  );
}

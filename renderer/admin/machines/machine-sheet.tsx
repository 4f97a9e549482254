import { Unplug } from 'lucide-react';
import { useState } from 'react';
import type { Device } from '../../../contract/devices.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Press, TextField } from '../parts/controls.tsx';
import { Question } from '../parts/question.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import { DisplayFields } from './display-fields.tsx';
import css from './machines.module.css';

interface Props {
  device: Device;
  /** Of the lounge, 0 to 1: what a display takes that has no volume of its own. */
  loungeVolume: number | undefined;
  onClose: () => void;
}

/** Another name, what a display shows and how loud, or out of the lounge. */
export function MachineSheet({ device, loungeVolume, onClose }: Props) {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const work = useWork('here');
  const [name, setName] = useState(device.name);
  const [display, setDisplay] = useState(device.display);
  const [revoking, setRevoking] = useState(false);
  const said = words.admin.machines;
  const renamed = name.trim() !== device.name;
  const reset = JSON.stringify(display) !== JSON.stringify(device.display);
  if (revoking) {
    return (
      <Question
        title={said.revokeTitle(device.name)}
        detail={said.revokeDetail}
        yes={said.revokeYes}
        icon={<Unplug />}
        work={work}
        onBack={() => setRevoking(false)}
        onYes={() =>
          work.run(
            () => client.devices.revoke({ id: device.id }),
            () => {
              tell({ tone: 'good', text: said.revoked(device.name) });
              onClose();
            },
          )
        }
      />
    );
  }
  return (
    <Dialog key="name" title={device.name} detail={said.kinds[device.kind]} onClose={onClose}>
      <TextField label={said.name} value={name} maxLength={40} onChange={setName} />
      {display !== null && <DisplayFields value={display} loungeVolume={loungeVolume} onChange={setDisplay} />}
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
          disabled={name.trim() === '' || !(renamed || reset) || display?.counters?.length === 0 || work.busy}
          onPress={() =>
            work.run(
              async () => {
                if (renamed) await client.devices.rename({ id: device.id, name });
                if (reset && display !== null) await client.devices.setDisplay({ id: device.id, ...display });
              },
              () => {
                tell({ tone: 'good', text: renamed ? said.renamed(name.trim()) : said.displaySet(device.name) });
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

import { Unplug } from 'lucide-react';
import { useState } from 'react';
import type { Device } from '../../../contract/devices.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Press, TextField } from '../parts/controls.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import css from './machines.module.css';

/** Another name, or out of the lounge. */
export function MachineSheet({ device, onClose }: { device: Device; onClose: () => void }) {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const work = useWork('here');
  const [name, setName] = useState(device.name);
  const [revoking, setRevoking] = useState(false);
  const said = words.admin.machines;
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
          disabled={name.trim() === '' || name.trim() === device.name || work.busy}
          onPress={() =>
            work.run(
              () => client.devices.rename({ id: device.id, name }),
              () => {
                tell({ tone: 'good', text: said.renamed(name.trim()) });
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

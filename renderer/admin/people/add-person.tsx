import { useState } from 'react';
import type { StaffRole } from '../../../contract/principal.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { NewPinPad } from '../../staff/new-pin-pad.tsx';
import { useDesk } from '../desk.ts';
import { Press, TextField } from '../parts/controls.tsx';
import { Stack } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import css from './people.module.css';
import { RoleField } from './role-field.tsx';

/** A name and a role, then the PIN twice. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const { words } = useWords();
  const { client, clock, tell } = useDesk();
  const work = useWork('here');
  const [name, setName] = useState('');
  const [role, setRole] = useState<StaffRole>('operator');
  const [choosing, setChoosing] = useState(false);
  const [taken, setTaken] = useState(false);
  const said = words.admin.people;
  const whole = name.trim().length >= 2;
  const add = (pin: string) =>
    work.run(
      () => client.staff.add({ name, role, pin }),
      () => {
        tell({ tone: 'good', text: said.added(name.trim()) });
        onClose();
      },
      (code) => {
        setChoosing(false);
        setTaken(code === 'NAME_TAKEN');
        return code === 'NAME_TAKEN';
      },
    );
  if (choosing) {
    return (
      <Dialog title={said.pinFor(name.trim())} detail={said.pinRules} onClose={() => setChoosing(false)}>
        <Refused work={work} />
        <NewPinPad clock={clock} onChosen={add} />
      </Dialog>
    );
  }
  return (
    <Dialog key="who" title={said.add} detail={said.addDetail} onClose={onClose}>
      <Stack>
        <TextField
          label={said.name}
          value={name}
          maxLength={60}
          first
          problem={taken ? words.admin.problems.NAME_TAKEN : undefined}
          onChange={(text) => {
            setName(text);
            setTaken(false);
          }}
        />
        <RoleField role={role} onChange={setRole} />
      </Stack>
      <Refused work={work} />
      <div className={css.answers}>
        <Press onPress={onClose}>{words.admin.cancel}</Press>
        <Press kind="action" disabled={!whole} onPress={() => setChoosing(true)}>
          {said.toPin}
        </Press>
      </div>
    </Dialog>
  );
}

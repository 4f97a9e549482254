import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { Account } from '../../../contract/staff.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { NewPinPad } from '../../staff/new-pin-pad.tsx';
import { useDesk } from '../desk.ts';
import { Press, Switch, TextField } from '../parts/controls.tsx';
import { Stack } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import css from './people.module.css';
import { RoleField } from './role-field.tsx';

interface Props {
  account: Account;
  /** The only one who can set the lounge up: stays what they are. */
  last: boolean;
  onClose: () => void;
}

/** Name, role, whether they still work here, and a new PIN for who has forgotten it. */
export function EditPerson({ account, last, onClose }: Props) {
  const { words } = useWords();
  const { client, clock, tell } = useDesk();
  const work = useWork('here');
  const [name, setName] = useState(account.name);
  const [role, setRole] = useState(account.role);
  const [active, setActive] = useState(account.active);
  const [choosing, setChoosing] = useState(false);
  const [taken, setTaken] = useState(false);
  const said = words.admin.people;
  const changed = name.trim() !== account.name || role !== account.role || active !== account.active;
  if (choosing) {
    return (
      <Dialog title={said.pinFor(account.name)} detail={said.pinRules} onClose={() => setChoosing(false)}>
        <Refused work={work} />
        <NewPinPad
          clock={clock}
          onChosen={(pin) =>
            work.run(
              () => client.staff.resetPin({ personId: account.id, pin }),
              () => {
                tell({ tone: 'good', text: said.pinSet(account.name) });
                onClose();
              },
            )
          }
        />
      </Dialog>
    );
  }
  return (
    <Dialog key="who" title={account.name} detail={last ? said.last : undefined} onClose={onClose}>
      <Stack>
        <TextField
          label={said.name}
          value={name}
          maxLength={60}
          problem={taken ? words.admin.problems.NAME_TAKEN : undefined}
          onChange={(text) => {
            setName(text);
            setTaken(false);
          }}
        />
        <RoleField role={role} disabled={last} onChange={setRole} />
        <Switch label={said.active} hint={said.activeNote} on={active} disabled={last} onChange={setActive} />
        <Press icon={<KeyRound />} onPress={() => setChoosing(true)}>
          {said.resetPin}
        </Press>
      </Stack>
      <Refused work={work} />
      <div className={css.answers}>
        <Press onPress={onClose}>{words.admin.cancel}</Press>
        <Press
          kind="action"
          disabled={!changed || name.trim().length < 2 || work.busy}
          onPress={() =>
            work.run(
              () => client.staff.change({ personId: account.id, name, role, active }),
              () => {
                tell({ tone: 'good', text: said.changed(name.trim()) });
                onClose();
              },
              (code) => {
                setTaken(code === 'NAME_TAKEN');
                return code === 'NAME_TAKEN';
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

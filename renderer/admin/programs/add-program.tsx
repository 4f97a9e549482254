import { useState } from 'react';
import type { Scope } from '../../../contract/principal.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Checks } from '../parts/checks.tsx';
import { Press, TextField } from '../parts/controls.tsx';
import { Stack } from '../parts/frame.tsx';
import { Refused } from '../parts/refused.tsx';
import { useWork } from '../use-work.ts';
import { isWhole, scopes, toggled } from './asks.ts';
import css from './programs.module.css';
import { TokenOnce } from './token-once.tsx';

/** A name and what the program may do, then its token. */
export function AddProgram({ onClose }: { onClose: () => void }) {
  const { words } = useWords();
  const { client } = useDesk();
  const work = useWork('here');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Scope[]>([]);
  const [taken, setTaken] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const said = words.admin.programs;
  const add = () =>
    work.run(
      () => client.integrations.add({ name, scopes: [...chosen] }),
      (made) => setToken(made.token),
      (code) => {
        setTaken(code === 'NAME_TAKEN');
        return code === 'NAME_TAKEN';
      },
    );
  if (token !== null) return <TokenOnce name={name.trim()} token={token} onClose={onClose} />;
  return (
    <Dialog key="what" title={said.add} detail={said.addDetail} onClose={onClose}>
      <Stack>
        <TextField
          label={said.name}
          hint={said.nameHint}
          value={name}
          maxLength={60}
          first
          problem={taken ? said.nameTaken : undefined}
          onChange={(text) => {
            setName(text);
            setTaken(false);
          }}
        />
        <Checks
          label={said.may}
          options={scopes.map((scope) => [scope, said.scopes[scope].name, said.scopes[scope].note])}
          chosen={chosen}
          onToggle={(scope) => setChosen((was) => toggled(was, scope))}
        />
      </Stack>
      <Refused work={work} />
      <div className={css.answers}>
        <Press onPress={onClose}>{words.admin.cancel}</Press>
        <Press kind="action" disabled={!isWhole(name, chosen) || work.busy} onPress={add}>
          {said.make}
        </Press>
      </div>
    </Dialog>
  );
}

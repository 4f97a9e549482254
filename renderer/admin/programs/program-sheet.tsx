import { Check, KeyRound, Unplug, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Integration } from '../../../contract/integrations.ts';
import { useWords } from '../../i18n/staff.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk, useTimes } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Question } from '../parts/question.tsx';
import { useWork } from '../use-work.ts';
import css from './programs.module.css';
import { TokenOnce } from './token-once.tsx';

/** What a program may do, another token for it, or its end. */
export function ProgramSheet({ program, onClose }: { program: Integration; onClose: () => void }) {
  const { words } = useWords();
  const times = useTimes();
  const [asking, setAsking] = useState<'replace' | 'revoke' | null>(null);
  const said = words.admin.programs;
  if (asking === 'replace') return <Replace program={program} onBack={() => setAsking(null)} onClose={onClose} />;
  if (asking === 'revoke') return <Revoke program={program} onBack={() => setAsking(null)} onClose={onClose} />;
  return (
    <Dialog
      title={program.name}
      detail={said.made(times?.past(program.madeAt) ?? '', program.madeBy.name)}
      onClose={onClose}
    >
      <ScopeList program={program} mark={<Check />} />
      <div className={css.spread}>
        <Press kind="danger" icon={<Unplug />} onPress={() => setAsking('revoke')}>
          {said.revoke}
        </Press>
        <Press icon={<KeyRound />} onPress={() => setAsking('replace')}>
          {said.replace}
        </Press>
      </div>
    </Dialog>
  );
}

function ScopeList({ program, mark }: { program: Integration; mark: ReactNode }) {
  const { words } = useWords();
  return (
    <ul className={css.scopes}>
      {program.scopes.map((scope) => {
        const { name, note } = words.admin.programs.scopes[scope];
        return (
          <li key={scope}>
            {mark}
            <span>
              {name}
              <span className={css.note}>{note}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface QuestionProps {
  program: Integration;
  onBack: () => void;
  onClose: () => void;
}

function Replace({ program, onBack, onClose }: QuestionProps) {
  const { words } = useWords();
  const { client } = useDesk();
  const work = useWork('here');
  const [token, setToken] = useState<string | null>(null);
  const said = words.admin.programs;
  if (token !== null) return <TokenOnce name={program.name} token={token} onClose={onClose} />;
  return (
    <Question
      title={said.replaceTitle(program.name)}
      detail={said.replaceDetail}
      yes={said.replaceYes}
      icon={<KeyRound />}
      kind="action"
      work={work}
      onBack={onBack}
      onYes={() =>
        work.run(
          () => client.integrations.replaceToken({ id: program.id }),
          (made) => setToken(made.token),
        )
      }
    />
  );
}

function Revoke({ program, onBack, onClose }: QuestionProps) {
  const { words } = useWords();
  const { client, tell } = useDesk();
  const work = useWork('here');
  const said = words.admin.programs;
  return (
    <Question
      title={said.revokeTitle(program.name)}
      detail={said.revokeDetail}
      yes={said.revokeYes}
      icon={<Unplug />}
      work={work}
      onBack={onBack}
      onYes={() =>
        work.run(
          () => client.integrations.revoke({ id: program.id }),
          () => {
            tell({ tone: 'good', text: said.revoked(program.name) });
            onClose();
          },
        )
      }
    >
      <ScopeList program={program} mark={<X />} />
    </Question>
  );
}

import { KeyRound, Languages, LockKeyhole, LogOut, Repeat2, ScrollText } from 'lucide-react';
import type { CounterClient } from '../client/staff-client.ts';
import { useWords } from '../i18n/staff.ts';
import { Dialog, Option, Options } from '../staff/dialog.tsx';
import { codeOf } from '../staff/problem-words.ts';
import type { Person } from '../staff/session.ts';
import { useDesk } from './view.ts';

interface Props {
  client: CounterClient;
  person: Person;
  onLanguage: () => void;
  onOtherCounter: () => void;
  onClose: () => void;
}

/**
 * What concerns the person and not the line. Nobody leaves while somebody stands at the counter; with the person goes
 * their counter, as the hub has it.
 */
export function MenuSheet({ client, person, onLanguage, onOtherCounter, onClose }: Props) {
  const { words } = useWords();
  const { moment, acts, ask } = useDesk();
  const { menu, occupied, closing } = words.counter;
  const { mine, counter, current, waiting } = moment.snapshot;
  const tell = (error: unknown) => acts.tell({ kind: 'problem', code: codeOf(error) });
  const holds = mine && counter.state !== 'closed';
  const standing = mine && current !== null;
  return (
    <Dialog title={person.name} detail={menu.title} onClose={onClose}>
      <Options>
        <Option
          nth={1}
          mark={<LockKeyhole />}
          label={menu.lock}
          onChoose={() => {
            onClose();
            client.staff.lock({}).catch(tell);
          }}
        />
        <Option nth={2} mark={<KeyRound />} label={menu.changePin} onChoose={() => ask({ name: 'changePin' })} />
        <Option
          nth={3}
          mark={<Languages />}
          label={menu.language}
          onChoose={() => {
            onClose();
            onLanguage();
          }}
        />
        <Option
          nth={4}
          mark={<Repeat2 />}
          label={menu.otherCounter}
          note={holds ? menu.closeFirst : undefined}
          disabled={holds}
          onChoose={() => {
            onClose();
            onOtherCounter();
          }}
        />
        <Option
          nth={5}
          mark={<LogOut />}
          label={holds ? menu.closeAndSignOut : menu.signOut}
          note={standing ? occupied(current.number) : holds && waiting > 0 ? closing.detail(waiting) : undefined}
          disabled={standing}
          onChoose={() => {
            onClose();
            client.staff.signOut({}).catch(tell);
          }}
        />
        <Option
          nth={6}
          mark={<ScrollText />}
          label={words.printers.guide.help}
          onChoose={() => ask({ name: 'paper' })}
        />
      </Options>
    </Dialog>
  );
}

import { KeyRound, Languages, LockKeyhole, LogOut, Monitor } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../i18n/staff.ts';
import { ChangePin } from '../staff/change-pin.tsx';
import { Dialog, Option, Options } from '../staff/dialog.tsx';
import type { Person } from '../staff/session.ts';
import { useDesk } from './desk.ts';
import { Refused } from './parts/refused.tsx';
import { useWork } from './use-work.ts';

interface Props {
  person: Person;
  onLanguage: () => void;
  onClose: () => void;
}

/** What concerns the supervisor and not the lounge. */
export function PersonSheet({ person, onLanguage, onClose }: Props) {
  const { words } = useWords();
  const { client, clock, tell } = useDesk();
  const work = useWork('here');
  const [changing, setChanging] = useState(false);
  const { menu } = words.counter;
  const change = (pin: string, newPin: string) =>
    work.run(
      () => client.staff.changePin({ pin, newPin }),
      () => tell({ tone: 'good', text: words.counter.news.pinChanged }),
    );
  if (changing) return <ChangePin clock={clock} onChange={change} onClose={onClose} />;
  return (
    <Dialog title={person.name} detail={menu.title} onClose={onClose}>
      <Refused work={work} />
      <Options>
        <Option
          nth={1}
          mark={<LockKeyhole />}
          label={menu.lock}
          onChoose={() => work.run(() => client.staff.lock({}), onClose)}
        />
        <Option nth={2} mark={<KeyRound />} label={menu.changePin} onChoose={() => setChanging(true)} />
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
          mark={<Monitor />}
          label={words.admin.notYours.counter}
          onChoose={() => location.assign('../counter')}
        />
        <Option
          nth={5}
          mark={<LogOut />}
          label={menu.signOut}
          onChoose={() => work.run(() => client.staff.signOut({}), onClose)}
        />
      </Options>
    </Dialog>
  );
}

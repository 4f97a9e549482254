import { Monitor, UserRoundCog } from 'lucide-react';
import type { AdminClient } from '../client/admin-client.ts';
import { useWords } from '../i18n/staff.ts';
import gate from '../staff/gate.module.css';
import { Gate } from '../staff/gate.tsx';
import type { Person } from '../staff/session.ts';
import css from './not-yours.module.css';

interface Props {
  client: AdminClient;
  person: Person;
  onLanguage: () => void;
}

/** Somebody who works at a counter opened the supervisor's page: where theirs is, and how a supervisor gets in. */
export function NotYours({ client, person, onLanguage }: Props) {
  const { words } = useWords();
  const said = words.admin.notYours;
  return (
    <Gate
      icon={<UserRoundCog />}
      title={said.title}
      detail={said.detail(person.name)}
      onLanguage={onLanguage}
      foot={
        <>
          <a className={css.link} href="../counter">
            <Monitor />
            {said.counter}
          </a>
          <button
            type="button"
            className={gate.plain}
            onClick={() => void client.staff.signOut({}).catch(() => undefined)}
          >
            {said.other}
          </button>
        </>
      }
    >
      {null}
    </Gate>
  );
}

import { CircleUser, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { CounterClient, PersonName } from '../client/staff-client.ts';
import type { Clock } from '../clock.ts';
import { useWords } from '../i18n/staff.ts';
import css from './gate.module.css';
import { Gate } from './gate.tsx';
import type { Memory } from './memory.ts';
import { namesFor } from './names.ts';
import { Pager } from './pager.tsx';
import { pinProblem } from './pin-entry.ts';
import { PinPad } from './pin-pad.tsx';
import { useAsked } from './use-asked.ts';

interface Props {
  client: Pick<CounterClient, 'staff'>;
  clock: Clock;
  memory: Memory;
  lockedSeconds: number | null;
  onLanguage: () => void;
}

/** As many names as a page has room for; more are searched or paged. */
const namesPerPage = 12;

export function SignIn({ client, clock, memory, lockedSeconds, onLanguage }: Props) {
  const { words } = useWords();
  const [chosen, setChosen] = useState<PersonName | null>(null);
  const { value: people } = useAsked(client.staff.people, clock);
  const { signIn } = words.staff;
  if (chosen === null) {
    return (
      <Gate title={signIn.who} broad onLanguage={onLanguage}>
        <Names people={people} last={memory.person()} onChoose={setChosen} />
      </Gate>
    );
  }
  return (
    <Gate
      icon={<CircleUser />}
      title={chosen.name}
      detail={signIn.pin}
      onLanguage={onLanguage}
      foot={
        <button type="button" className={css.plain} onClick={() => setChosen(null)}>
          {signIn.other}
        </button>
      }
    >
      <PinPad
        key={chosen.id}
        clock={clock}
        lockedSeconds={lockedSeconds}
        onPin={(pin) =>
          client.staff.signIn({ personId: chosen.id, pin }).then(
            () => {
              memory.keepPerson(chosen.id);
              return null;
            },
            (error: unknown) => pinProblem(error, clock.now()),
          )
        }
      />
    </Gate>
  );
}

interface NamesProps {
  people: readonly PersonName[] | undefined;
  last: string | null;
  onChoose: (person: PersonName) => void;
}

function Names({ people, last, onChoose }: NamesProps) {
  const { words } = useWords();
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(0);
  const { signIn } = words.staff;
  if (people === undefined) return null;
  if (people.length === 0) return <p className={css.detail}>{signIn.empty}</p>;
  const found = namesFor(people, typed, last);
  const pages = Math.max(1, Math.ceil(found.length / namesPerPage));
  const shown = found.slice(page * namesPerPage, (page + 1) * namesPerPage);
  return (
    <>
      {people.length > namesPerPage && (
        <label className={css.field}>
          {signIn.search}
          <input
            type="search"
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setPage(0);
            }}
            onKeyDown={(event) => {
              const only = shown.length === 1 ? shown[0] : undefined;
              if (event.key === 'Enter' && only !== undefined) onChoose(only);
            }}
          />
        </label>
      )}
      {shown.length === 0 ? (
        <p className={css.detail}>{signIn.none}</p>
      ) : (
        <ul className={css.choices}>
          {shown.map((person) => (
            <li key={person.id}>
              <button type="button" className={css.choice} onClick={() => onChoose(person)}>
                <UserRound />
                <span>{person.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Pager page={page} pages={pages} onPage={setPage} />
    </>
  );
}

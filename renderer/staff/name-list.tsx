import { UserRound } from 'lucide-react';
import { useState } from 'react';
import type { PersonName } from '../client/staff-client.ts';
import { useWords } from '../i18n/staff.ts';
import css from './gate.module.css';
import { namesFor } from './names.ts';
import { Pager } from './pager.tsx';

/** As many names as a page has room for; more are searched or paged. */
const namesPerPage = 12;

interface Props {
  /** Undefined until the hub has said who works here. */
  people: readonly PersonName[] | undefined;
  /** Id of whoever signed in here last, to stand first. */
  last: string | null;
  onChoose: (person: PersonName) => void;
}

/** Everybody who works here, to choose one of. */
export function NameList({ people, last, onChoose }: Props) {
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

import { FileText, Search } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { LetterCard } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import css from './letters.module.css';
import look from './new-request.module.css';
import { Failed } from './notes.tsx';
import { RequestForm } from './request-form.tsx';
import { foundIn } from './search.ts';
import { useLoaded } from './use-loaded.ts';
import { useLetters } from './view.ts';

/** A request that a clerk fills in for somebody at the desk: first which letter, then all its fields on one page. */
export function NewRequest() {
  const [letterId, choose] = useState<string | null>(null);
  return letterId === null ? (
    <ChooseLetter onChoose={choose} />
  ) : (
    <Form letterId={letterId} onOther={() => choose(null)} />
  );
}

function Form({ letterId, onOther }: { letterId: string; onOther: () => void }) {
  const { words, pick } = useLetterWords();
  const { documents } = useLetters();
  const ask = useCallback(() => documents.letter(letterId), [documents, letterId]);
  const { value, problem, reload } = useLoaded(ask);
  if (value === undefined) return <Failed problem={problem} onAgain={reload} />;
  const { definition, assisted } = value;
  if (definition.kind === 'letter') return <RequestForm definition={definition} onOther={onOther} />;
  const { to, address, assisted: offer } = definition.redirect;
  return (
    <div className={css.empty}>
      <p className={css.emptyTitle}>{pick(definition.name)}</p>
      {assisted && <p>{pick(offer)}</p>}
      <p>
        {words.form.redirect} {pick(to)}
        {', '}
        {pick(address)}
      </p>
      <button type="button" className={css.plain} onClick={onOther}>
        {words.form.other}
      </button>
    </div>
  );
}

function ChooseLetter({ onChoose }: { onChoose: (id: string) => void }) {
  const { words, pick } = useLetterWords();
  const { documents } = useLetters();
  const [typed, setTyped] = useState('');
  const ask = useCallback(() => documents.letters(), [documents]);
  const { value, problem, reload } = useLoaded(ask);
  const found = useMemo(() => foundIn(value ?? [], typed), [value, typed]);
  if (value === undefined) return <Failed problem={problem} onAgain={reload} />;
  return (
    <>
      <form
        className={look.search}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const first = found[0];
          if (first !== undefined) onChoose(first.id);
        }}
      >
        <h2 className={look.title}>{words.form.choose}</h2>
        <label className={look.searchField}>
          <Search />
          <input
            // The clerk came here to look for a letter.
            autoFocus
            type="search"
            aria-label={words.form.search}
            placeholder={words.form.search}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <span role="status" className={look.found}>
          {found.length === 0 ? words.form.none : words.form.found(found.length)}
        </span>
      </form>
      <ul className={look.letters} data-scroll>
        {found.map((letter) => (
          <li key={letter.id}>
            <button type="button" className={look.letter} onClick={() => onChoose(letter.id)}>
              <FileText />
              <span>
                <span className={look.name}>{pick(letter.name)}</span>
                {noteOf(letter) !== null && <span className={look.note}>{noteOf(letter)}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );

  function noteOf({ kind, offered, everyday }: LetterCard): string | null {
    if (kind === 'redirect') return words.form.elsewhere;
    if (offered === 'desk') return words.form.atDesk;
    return everyday === null ? null : words.form.everyday;
  }
}

import { Check, X } from 'lucide-react';
import type { RequestPage, RequirementState } from '../../../contract/documents.ts';
import type { LetterRequirement } from '../../../contract/letters.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { Problem } from './notes.tsx';
import css from './request.module.css';
import { stillOpen } from './steps.ts';
import { useSent } from './use-sent.ts';
import { useLetters } from './view.ts';

interface Props {
  page: RequestPage;
  onPage: (page: RequestPage) => void;
}

/** What must be shown or handed in, each ticked off by the clerk who saw it. */
export function Requirements({ page, onPage }: Props) {
  const { words } = useLetterWords();
  const said = words.requirements;
  const named = page.requirements.flatMap((ticked) => {
    const asked = page.definition.requirements.find(({ id }) => id === ticked.id);
    return asked === undefined ? [] : [{ ...ticked, asked }];
  });
  const ok = named.filter(({ state }) => state === 'ok').length;
  return (
    <section className={css.part}>
      <h3 className={css.partTitle}>
        {said.title}
        {named.length > 0 && <span className={css.progress}>{said.progress(ok, named.length)}</span>}
      </h3>
      {named.length === 0 && <p className={css.quiet}>{said.none}</p>}
      <ul>
        {named.map(({ id, state, by, at, asked }) => (
          <Requirement key={id} {...{ page, onPage, id, state, by, at, asked }} />
        ))}
      </ul>
    </section>
  );
}

interface OneProps extends Props {
  id: string;
  state: RequirementState;
  by: string | null;
  at: string | null;
  asked: LetterRequirement;
}

function Requirement({ page, onPage, id, state, by, at, asked }: OneProps) {
  const { words, pick } = useLetterWords();
  const { documents, moment } = useLetters();
  const said = words.requirements;
  // Each has its own, so that one can be ticked off after the other without waiting.
  const sent = useSent();
  const notes = [said.kinds[asked.kind], ...(asked.ikd ? [said.ikd] : []), ...(asked.optional ? [said.optional] : [])];
  const put = (next: RequirementState) =>
    sent.send(
      next,
      () => documents.tick({ id: page.id, requirementId: id, state: state === next ? 'unchecked' : next }),
      onPage,
    );
  return (
    <li className={css.requirement} data-state={state}>
      <span className={css.what}>
        <span>{pick(asked.name)}</span>
        <span className={css.note}>{by === null || at === null ? notes.join(', ') : said.by(by, moment(at))}</span>
      </span>
      {(['ok', 'missing'] as const).map((mark) => (
        <button
          key={mark}
          type="button"
          className={css.mark}
          data-mark={mark}
          aria-pressed={state === mark}
          aria-label={said.mark(said.states[mark], pick(asked.name))}
          disabled={!stillOpen(page.state)}
          onClick={() => put(mark)}
        >
          {mark === 'ok' ? <Check /> : <X />}
          {said.states[mark]}
        </button>
      ))}
      {sent.problem !== null && (
        <div className={css.refused}>
          <Problem>{sent.problem}</Problem>
        </div>
      )}
    </li>
  );
}

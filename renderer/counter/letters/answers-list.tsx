import { BadgeCheck, BookUser, Pencil, Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { RequestPage } from '../../../contract/documents.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { type Answer, groupsOf, keptOf, typedOf, valueWords } from './answers.ts';
import css from './answers-list.module.css';
import { FieldInput } from './field-input.tsx';
import letters from './letters.module.css';
import { Problem } from './notes.tsx';
import { stillOpen } from './steps.ts';
import { useSent } from './use-sent.ts';
import { useLetters } from './view.ts';

interface Props {
  page: RequestPage;
  onPage: (page: RequestPage) => void;
}

/** What was answered, section by section; each answer can be corrected in its place. */
export function Answers({ page, onPage }: Props) {
  const { words, pick } = useLetterWords();
  const [open, setOpen] = useState<string | null>(null);
  const { definition, values } = page;
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const groups = definition.kind === 'letter' ? groupsOf(definition, values, counts) : [];
  const last = new Map(groups.map(({ section, nth }) => [section.id, nth]));
  const purged = Object.keys(values).length === 0;
  const compare = page.unconfirmed.length > 0 && stillOpen(page.state);
  return (
    <section className={css.answers} data-scroll tabIndex={0} aria-label={words.request.answers}>
      {compare && <Compare page={page} onPage={onPage} />}
      {purged ? (
        <p className={css.purged}>{words.request.purged}</p>
      ) : (
        groups.map(({ key, section, nth, answers }) => (
          <section key={key} className={css.group}>
            <h3 className={css.title}>
              {nth === null ? pick(section.title) : words.request.nth(pick(section.title), nth)}
            </h3>
            <dl className={css.list}>
              {answers.map((answer) => (
                <Row
                  key={answer.field}
                  page={page}
                  answer={answer}
                  open={open === answer.field}
                  onOpen={setOpen}
                  onPage={onPage}
                />
              ))}
            </dl>
            {nth !== null && nth === last.get(section.id) && nth < section.most && stillOpen(page.state) && (
              <button
                type="button"
                className={letters.plain}
                onClick={() => setCounts({ ...counts, [section.id]: nth + 1 })}
              >
                <Plus />
                {words.form.add(pick(section.title))}
              </button>
            )}
          </section>
        ))
      )}
    </section>
  );
}

/** The most that one press confirms. */
const mostAtOnce = 60;

/** Whoever has the KTP in hand confirms at once what came from the residents' list; what differs is corrected before. */
function Compare({ page, onPage }: Props) {
  const { words } = useLetterWords();
  const { documents } = useLetters();
  const sent = useSent();
  const fields = page.unconfirmed.slice(0, mostAtOnce);
  return (
    <div className={css.compare}>
      <p>{words.request.compare(page.unconfirmed.length)}</p>
      <button
        type="button"
        className={letters.action}
        aria-busy={sent.under !== null || undefined}
        onClick={() => sent.send('confirm', () => documents.confirm({ id: page.id, fields }), onPage)}
      >
        <BadgeCheck />
        {words.request.confirm}
      </button>
      {sent.problem !== null && <Problem>{sent.problem}</Problem>}
    </div>
  );
}

interface RowProps extends Props {
  answer: Answer;
  open: boolean;
  onOpen: (field: string | null) => void;
}

function Row({ page, answer, open, onOpen, onPage }: RowProps) {
  const { words, language, pick } = useLetterWords();
  const { asked, field, value } = answer;
  const label = pick(asked.label);
  const warnings = page.warnings.filter((warning) => warning.field === field);
  return (
    <div className={css.row} data-open={open || undefined}>
      <dt className={css.label}>{label}</dt>
      <dd className={css.answer}>
        {open ? (
          <Correct {...{ page, answer, onPage }} onClose={() => onOpen(null)} />
        ) : (
          <>
            <span className={css.value} data-empty={value === '' || undefined}>
              {value === '' ? (asked.required ? words.request.empty : '–') : valueWords(asked, value, language)}
            </span>
            {page.unconfirmed.includes(field) && (
              <span className={css.mark} data-tone="listed">
                <BookUser />
                {words.request.fromList}
              </span>
            )}
            {page.corrected.includes(field) && (
              <span className={css.mark}>
                <Pencil />
                {words.request.corrected}
              </span>
            )}
            {warnings.map(({ warning }) => (
              <span key={warning} className={css.mark} data-tone="warning">
                <TriangleAlert />
                {words.warnings[warning]}
              </span>
            ))}
          </>
        )}
      </dd>
      {!open && stillOpen(page.state) && (
        <dd>
          <button
            type="button"
            className={letters.icon}
            aria-label={words.request.correct(label)}
            onClick={() => onOpen(field)}
          >
            <Pencil />
          </button>
        </dd>
      )}
    </div>
  );
}

/** The old value is kept at the hub. */
function Correct({ page, answer, onPage, onClose }: Props & { answer: Answer; onClose: () => void }) {
  const { words, pick } = useLetterWords();
  const { documents } = useLetters();
  const { asked, field, value } = answer;
  const sent = useSent();
  const [typed, setTyped] = useState(() => typedOf(asked.type, value));
  const kept = keptOf(asked.type, typed);
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        // Saving the same words says that they are on the KTP as well.
        if (kept === value && !page.unconfirmed.includes(field)) return onClose();
        sent.send(
          field,
          () => documents.correct({ id: page.id, field, value: kept }),
          (next) => {
            onClose();
            onPage(next);
          },
        );
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <FieldInput
        asked={asked}
        label={pick(asked.label)}
        value={typed}
        wrong={sent.problem !== null}
        focused
        onChange={setTyped}
      />
      <div className={css.formActs}>
        <button type="submit" className={letters.action} aria-busy={sent.under !== null || undefined}>
          {words.request.save}
        </button>
        <button type="button" className={letters.plain} onClick={onClose}>
          {words.request.leave}
        </button>
      </div>
      {sent.problem !== null && <Problem>{sent.problem}</Problem>}
    </form>
  );
}

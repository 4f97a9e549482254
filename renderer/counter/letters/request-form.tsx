import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { LetterDefinition } from '../../../contract/letters.ts';
import { useLetterWords } from '../../i18n/desk-letters.ts';
import { type AnswerGroup, groupsOf, keptOf, keyOf } from './answers.ts';
import { keptValues, missingIn } from './filled.ts';
import { FormField } from './form-field.tsx';
import css from './letters.module.css';
import look from './new-request.module.css';
import { Problem } from './notes.tsx';
import { wrongValues } from './problems.ts';
import { useSent } from './use-sent.ts';
import { type LettersView, useLetters } from './view.ts';

type Wrong = Readonly<Record<string, string>>;

/** All fields of a letter on one page, for a keyboard: Enter goes to the next. */
export function RequestForm({ definition, onOther }: { definition: LetterDefinition; onOther: () => void }) {
  const { words, pick } = useLetterWords();
  const { documents, go } = useLetters();
  const { form: said } = words;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const [forWhom, setForWhom] = useState<'self' | 'other'>('self');
  const [phone, setPhone] = useState('');
  const [broughtAll, setBroughtAll] = useState(true);
  const [join, setJoin] = useState(true);
  const joinable = useJoinable();
  const [wrong, setWrong] = useState<Wrong>({});
  const form = useRef<HTMLFormElement>(null);
  const sent = useSent();
  const values = keptValues(definition, typed);
  const groups = groupsOf(definition, values, counts);

  const focusIn = (place: string) => form.current?.querySelector<HTMLElement>(`${place} [aria-label]`)?.focus();
  // The clerk goes on typing.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-field] [aria-label]')?.focus(), []);
  const tell = (next: Wrong) => {
    setWrong(next);
    const [first] = Object.keys(next);
    if (first !== undefined) focusIn(`[data-field="${first}"]`);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const missing = missingIn(groups);
    if (missing.length > 0) return tell(Object.fromEntries(missing.map((field) => [field, words.values.missing])));
    const shown = new Set(groups.flatMap(({ answers }) => answers.map(({ field }) => field)));
    sent.send(
      'file',
      () =>
        documents.file({
          letterId: definition.id,
          forWhom,
          values: Object.fromEntries(Object.entries(values).filter(([field]) => shown.has(field))),
          broughtAll,
          phone: phone.trim() === '' ? null : keptOf('phone', phone),
          priority: null,
          wantsTicket: false,
          ticketId: join ? (joinable?.ticketId ?? null) : null,
        }),
      ({ requestId }) => go({ name: 'request', id: requestId }),
      (error) => tell(Object.fromEntries(wrongValues(error).map((one) => [one.field, words.values[one.problem]]))),
    );
  };
  const change = (field: string, value: string) => {
    setTyped({ ...typed, [field]: value });
    if (field in wrong) setWrong(Object.fromEntries(Object.entries(wrong).filter(([other]) => other !== field)));
  };
  const count = Object.keys(wrong).length;
  return (
    <form ref={form} className={look.form} noValidate onSubmit={submit} onKeyDown={nextField}>
      <header className={look.formHead}>
        <h2 className={look.title}>{pick(definition.name)}</h2>
        <span className={look.note}>{said.enter}</span>
        <button type="button" className={css.plain} onClick={onOther}>
          {said.other}
        </button>
      </header>
      <div className={look.groups} data-scroll tabIndex={-1}>
        {groups.map(showGroup)}
        <section className={look.group}>
          <h3 className={look.groupTitle}>{said.whom}</h3>
          <div className={look.fields}>
            <label className={look.field}>
              {said.whom}
              <select
                value={forWhom}
                onChange={(event) => setForWhom(event.target.value === 'other' ? 'other' : 'self')}
              >
                <option value="self">{said.self}</option>
                <option value="other">{said.represented}</option>
              </select>
            </label>
            <label className={look.field}>
              {said.phone}
              <input
                autoComplete="off"
                inputMode="numeric"
                maxLength={30}
                value={phone}
                onChange={(event) => setPhone(event.target.value)}
              />
              <span className={look.note}>{said.phoneHelp}</span>
            </label>
            <label className={css.check}>
              <input type="checkbox" checked={broughtAll} onChange={(event) => setBroughtAll(event.target.checked)} />
              {said.broughtAll}
            </label>
            {joinable !== null && (
              <label className={css.check}>
                <input type="checkbox" checked={join} onChange={(event) => setJoin(event.target.checked)} />
                {said.serving(joinable.number)}
              </label>
            )}
          </div>
        </section>
      </div>
      <footer className={look.formFoot}>
        <div role="status">
          {count > 0 ? (
            <Problem>{said.wrong(count)}</Problem>
          ) : (
            sent.problem !== null && <Problem>{sent.problem}</Problem>
          )}
        </div>
        <button type="submit" className={css.action} aria-busy={sent.under !== null || undefined}>
          {said.send}
        </button>
      </footer>
    </form>
  );

  function showGroup({ key, section, nth, answers }: AnswerGroup): ReactNode {
    const shown = groups.filter((other) => other.section.id === section.id).length;
    const title = pick(section.title);
    return (
      <section key={key} className={look.group} data-group={key}>
        <h3 className={look.groupTitle}>{nth === null ? title : words.request.nth(title, nth)}</h3>
        <div className={look.fields}>
          {answers.map((answer) => (
            <FormField
              key={answer.field}
              answer={answer}
              typed={typed[answer.field] ?? ''}
              wrong={wrong[answer.field] ?? null}
              sameTyped={answer.asked.sameAs === undefined ? null : (typed[answer.asked.sameAs.field] ?? '')}
              onChange={(value) => change(answer.field, value)}
            />
          ))}
        </div>
        {nth === shown && (
          <div className={look.several}>
            {shown < section.most && (
              <button type="button" className={css.plain} onClick={() => addOne(section.id, shown + 1)}>
                <Plus />
                {said.add(title)}
              </button>
            )}
            {shown > 1 && (
              <button type="button" className={css.plain} onClick={() => drop(section.id, shown)}>
                <X />
                {said.remove(words.request.nth(title, shown))}
              </button>
            )}
          </div>
        )}
      </section>
    );
  }

  function addOne(sectionId: string, nth: number): void {
    setCounts({ ...counts, [sectionId]: nth });
    requestAnimationFrame(() => focusIn(`[data-group="${keyOf(sectionId, nth)}"]`));
  }

  function drop(sectionId: string, last: number): void {
    const key = keyOf(sectionId, last);
    setTyped(Object.fromEntries(Object.entries(typed).filter(([field]) => !field.startsWith(`${key}.`))));
    setCounts({ ...counts, [sectionId]: last - 1 });
  }
}

/** The number that is served at this counter, while no request belongs to it. */
function useJoinable(): LettersView['serving'] {
  const { documents, serving } = useLetters();
  const [free, setFree] = useState<string | null>(null);
  const ticketId = serving?.ticketId;
  useEffect(() => {
    if (ticketId === undefined) return undefined;
    let wanted = true;
    documents.ofTicket(ticketId).then(
      ({ requestId }) => {
        if (wanted) setFree(requestId === null ? ticketId : null);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [documents, ticketId]);
  return serving?.ticketId === free ? serving : null;
}

/** Enter goes to the next control, and from the last to the button that files. A new line in a paragraph is Shift+Enter. */
function nextField(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || !(event.target instanceof Element)) return;
  if (!event.target.matches('input, select, textarea')) return;
  event.preventDefault();
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select, textarea, [type="submit"]')];
  controls[controls.indexOf(event.target as HTMLElement) + 1]?.focus();
}

import { useEffect, useReducer, useRef, useState } from 'react';
import { CallError } from '../../client/call-error.ts';
import { useWords } from '../../i18n/staff.ts';
import { codeOf } from '../../staff/problem-words.ts';
import { useDesk } from '../desk.ts';
import { beginDraft, type Draft, type Edit, edit, isAt, isChanged, pathText, type Wrong } from '../form/draft.ts';
import type { Form } from '../form/use-form.ts';
import { problemOf } from '../words.ts';

/** ms without a change until the hub is asked how it would look. */
const calmMs = 1_000;

export interface Preview {
  /** The last that could be made; null before the first. */
  readonly papers: readonly { readonly title: string; readonly pdf: string }[] | null;
  /** `behind`: something is wrong, so that the papers are of before. */
  readonly state: 'making' | 'ready' | 'behind' | 'failed';
}

export interface LetterForm<T> extends Form<T> {
  readonly preview: Preview;
}

interface Source<T> {
  /** `village` or `letter:sku`. */
  readonly part: string;
  readonly content: T;
  readonly revision: number;
  /** Differs from what the hub has, before anything was typed: a letter that is not there yet. */
  readonly begun?: T;
  readonly onSaved: (revision: number) => void;
  /** Asks the hub for its newest, after somebody else's change. */
  readonly onOvertaken: () => void;
}

/** A letter or the office's data as a form, looked at by the hub while somebody types. */
export function useLetterForm<T>({ part, content, revision, begun, onSaved, onOvertaken }: Source<T>): LetterForm<T> {
  const { client, tell, guard, me, drafts, clock } = useDesk();
  const { words, pick } = useWords();
  const [draft, send] = useReducer(edit as (draft: Draft<T>, change: Edit<T>) => Draft<T>, null, () => {
    const began = beginDraft(content, revision);
    return drafts.of<Draft<T>>(me, part) ?? (begun === undefined ? began : { ...began, content: begun });
  });
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState(false);
  const [preview, setPreview] = useState<Preview>({ papers: null, state: 'making' });
  const asked = useRef(false);
  const changed = isChanged(draft);

  useEffect(() => send({ type: 'came', content, revision }), [content, revision]);
  useEffect(() => drafts.keep(me, part, changed ? draft : null), [drafts, me, part, changed, draft]);
  useEffect(() => {
    guard(changed);
    return () => guard(false);
  }, [changed, guard]);
  useEffect(() => {
    let wanted = true;
    const ask = () => {
      setPreview((was) => ({ ...was, state: 'making' }));
      client.letterSettings.preview({ part, content: draft.content }).then(
        (answer) => {
          if (!wanted) return;
          if (answer.ok) return setPreview({ papers: answer.papers, state: 'ready' });
          setFound(true);
          send({ type: 'refused', wrong: { at: answer.at, what: answer.what } });
          setPreview((was) => ({ ...was, state: 'behind' }));
        },
        () => {
          if (wanted) setPreview((was) => ({ ...was, state: 'failed' }));
        },
      );
    };
    // What is opened is shown at once; what is typed, when the typing rests.
    const first = !asked.current;
    asked.current = true;
    const cancel = first ? ask() : clock.wake(clock.now() + calmMs, ask);
    return () => {
      wanted = false;
      cancel?.();
      if (first) asked.current = false;
    };
  }, [client, clock, part, draft.content]);

  const refused = (error: unknown) => {
    const code = codeOf(error);
    if (code === 'SETTINGS_WRONG' && error instanceof CallError) {
      setFound(false);
      send({ type: 'refused', wrong: error.data as Wrong });
      return;
    }
    if (code === 'SETTINGS_CHANGED') onOvertaken();
    tell({ tone: 'problem', text: problemOf(words, code) });
  };
  const undo = (at: number) => {
    client.letterSettings.undo({ revision: at }).then(
      (next) => {
        tell({ tone: 'good', text: words.admin.form.undone });
        onSaved(next.revision);
      },
      (error: unknown) => tell({ tone: 'problem', text: problemOf(words, codeOf(error)) }),
    );
  };
  const save = () => {
    if (busy) return;
    setBusy(true);
    const sent = draft.content;
    client.letterSettings
      .save({ part, content: sent, revision: draft.revision })
      .then((next) => {
        send({ type: 'saved', content: sent, revision: next.revision });
        tell({ tone: 'good', text: words.admin.form.saved, undo: () => undo(next.revision) });
        onSaved(next.revision);
      })
      .catch(refused)
      .finally(() => setBusy(false));
  };
  return {
    content: draft.content,
    changed,
    overtaken: draft.overtaken,
    busy,
    asked: null,
    wrong: draft.wrong,
    found,
    preview,
    set: (at, value) => send({ type: 'set', at, value }),
    add: (at, value) => send({ type: 'add', at, value }),
    remove: (at, index) => send({ type: 'remove', at, index }),
    move: (at, index, by) => send({ type: 'move', at, index, by }),
    problem: (at) => (draft.wrong?.at === pathText(at) ? pick(draft.wrong.what) : undefined),
    marked: (at) => isAt(draft.wrong, at),
    save,
    confirm: save,
    back: () => undefined,
    discard: () => send({ type: 'discard' }),
    yield: () => send({ type: 'yield', content, revision }),
  };
}

import { useEffect, useReducer, useState } from 'react';
import type { CalendarFile, LoungeFile, ServicesFile } from '../../../contract/catalogue.ts';
import type { Consequence, SettingsPart, SettingsSnapshot } from '../../../contract/settings.ts';
import { CallError } from '../../client/call-error.ts';
import { useWords } from '../../i18n/staff.ts';
import { codeOf } from '../../staff/problem-words.ts';
import { useDesk } from '../desk.ts';
import { problemOf } from '../words.ts';
import { beginDraft, type Draft, type Edit, edit, isAt, isChanged, type Path, pathText, type Wrong } from './draft.ts';

interface Files {
  lounge: LoungeFile;
  calendar: CalendarFile;
  services: ServicesFile;
}

export interface Form<T> {
  readonly content: T;
  readonly changed: boolean;
  readonly overtaken: boolean;
  readonly busy: boolean;
  /** What saving would do to people who are here; null until it was asked. */
  readonly asked: readonly Consequence[] | null;
  readonly wrong: Wrong | null;
  /** Found while somebody types: is marked, and does not take the cursor away. */
  readonly found?: boolean;
  readonly set: (at: Path, value: unknown) => void;
  readonly add: (at: Path, value: unknown) => void;
  readonly remove: (at: Path, index: number) => void;
  readonly move: (at: Path, index: number, by: -1 | 1) => void;
  /** What is wrong in this very place. */
  readonly problem: (at: Path) => string | undefined;
  /** Something is wrong in this place or further in. */
  readonly marked: (at: Path) => boolean;
  /** Asks the hub first; saves at once when nobody is touched by it. */
  readonly save: () => void;
  readonly confirm: () => void;
  /** Closes the question of the consequences. */
  readonly back: () => void;
  readonly discard: () => void;
  /** Takes what somebody else has saved. */
  readonly yield: () => void;
}

/** One file of the settings as a form. @param onSaved after each save, e.g. the next step of the wizard */
export function useForm<P extends SettingsPart>(
  part: P,
  snapshot: SettingsSnapshot,
  onSaved?: () => void,
): Form<Files[P]> {
  const { client, tell, guard, me, drafts } = useDesk();
  const { words, pick } = useWords();
  const newest = snapshot[part] as Files[P];
  const [draft, send] = useReducer(
    edit as (draft: Draft<Files[P]>, change: Edit<Files[P]>) => Draft<Files[P]>,
    null,
    () => drafts.of<Draft<Files[P]>>(me, part) ?? beginDraft(newest, snapshot.revision),
  );
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<readonly Consequence[] | null>(null);
  const changed = isChanged(draft);

  useEffect(() => send({ type: 'came', content: newest, revision: snapshot.revision }), [newest, snapshot.revision]);
  useEffect(() => drafts.keep(me, part, changed ? draft : null), [drafts, me, part, changed, draft]);
  useEffect(() => {
    guard(changed);
    return () => guard(false);
  }, [changed, guard]);

  const refused = (error: unknown) => {
    const { wrong } = { wrong: error instanceof CallError && error.code === 'SETTINGS_WRONG' ? error.data : null };
    if (wrong !== null) send({ type: 'refused', wrong: wrong as Wrong });
    else tell({ tone: 'problem', text: problemOf(words, codeOf(error)) });
  };
  const undo = (revision: number) => {
    client.settings.undo({ revision }).then(
      () => tell({ tone: 'good', text: words.admin.form.undone }),
      (error: unknown) => tell({ tone: 'problem', text: problemOf(words, codeOf(error)) }),
    );
  };
  const write = async () => {
    const { content, revision: seen } = draft;
    const { revision } = await client.settings.save({ part, content, revision: seen });
    send({ type: 'saved', content, revision });
    setAsked(null);
    tell({ tone: 'good', text: words.admin.form.saved, undo: () => undo(revision) });
    onSaved?.();
  };
  const look = async () => {
    const found = await client.settings.preview({ part, content: draft.content });
    if (!found.ok) send({ type: 'refused', wrong: found });
    else if (found.consequences.length > 0) setAsked(found.consequences);
    else await write();
  };
  const alone = (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    work()
      .catch(refused)
      .finally(() => setBusy(false));
  };
  return {
    content: draft.content,
    changed,
    overtaken: draft.overtaken,
    busy,
    asked,
    wrong: draft.wrong,
    set: (at, value) => send({ type: 'set', at, value }),
    add: (at, value) => send({ type: 'add', at, value }),
    remove: (at, index) => send({ type: 'remove', at, index }),
    move: (at, index, by) => send({ type: 'move', at, index, by }),
    problem: (at) => (draft.wrong?.at === pathText(at) ? pick(draft.wrong.what) : undefined),
    marked: (at) => isAt(draft.wrong, at),
    save: () => alone(look),
    confirm: () => alone(write),
    back: () => setAsked(null),
    discard: () => send({ type: 'discard' }),
    yield: () => send({ type: 'yield', content: newest, revision: snapshot.revision }),
  };
}

import { ArrowLeft, Copy, RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LetterSettingsSnapshot } from '../../../contract/letter-settings.ts';
import type { LetterFile } from '../../../contract/letters.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { useDesk } from '../desk.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { useChoice } from '../form/use-choice.ts';
import { Press } from '../parts/controls.tsx';
import { Empty, PageFrame, Tabs, Waiting } from '../parts/frame.tsx';
import { BackToShipped } from './back-to-shipped.tsx';
import { CopyLetter } from './copy-letter.tsx';
import { GeneralTab } from './general-tab.tsx';
import css from './letters.module.css';
import { PreviewPane, showWrong } from './preview-pane.tsx';
import { QuestionsTab } from './questions-tab.tsx';
import { RequirementsTab } from './requirements-tab.tsx';
import { SigningTab } from './signing-tab.tsx';
import { StandardTab } from './standard-tab.tsx';
import { type LetterTab, letterTabs, tabOf } from './tab-of.ts';
import { TextTab } from './text-tab.tsx';
import { useLetter } from './use-letter.ts';
import { useLetterForm } from './use-letter-form.ts';

/** Which letter is open; `begun` is one that is not there yet and begins as the letter `id`. */
export interface OpenLetter {
  readonly id: string;
  readonly begun?: LetterFile;
}

interface Props {
  open: OpenLetter;
  snapshot: LetterSettingsSnapshot;
  /** Who changed it last, in words. */
  last: string | undefined;
  onBack: () => void;
  onOpen: (open: OpenLetter) => void;
  onUnsaved: (unsaved: boolean) => void;
  /** Something was saved: the snapshot is old. */
  onSaved: () => void;
}

/** A letter with all that belongs to it, and how it will be printed beside it. */
export function LetterEditor(props: Props) {
  const { words } = useOfficeWords();
  const { open, snapshot, onBack } = props;
  const letter = useLetter(open.id, snapshot.revision);
  if (letter === undefined || letter === 'gone') {
    return (
      <PageFrame
        title={words.title}
        tools={
          <Press icon={<ArrowLeft />} onPress={onBack}>
            {words.editor.back}
          </Press>
        }
      >
        {letter === undefined ? <Waiting /> : <Empty>{words.editor.gone}</Empty>}
      </PageFrame>
    );
  }
  return <Editor {...props} {...letter} />;
}

interface EditorProps extends Props {
  content: LetterFile;
  revision: number;
  own: boolean;
  shipped: LetterFile | null;
}

function Editor({ open, snapshot, last, onBack, onOpen, onUnsaved, onSaved, ...letter }: EditorProps) {
  const { words, pick } = useOfficeWords();
  const { me, drafts, at } = useDesk();
  const { begun } = open;
  const form = useLetterForm<LetterFile>({
    part: `letter:${begun?.id ?? open.id}`,
    content: letter.content,
    revision: letter.revision,
    ...(begun !== undefined && { begun }),
    onSaved: () => {
      if (begun !== undefined) onOpen({ id: begun.id });
      onSaved();
    },
    onOvertaken: onSaved,
  });
  const [sheet, setSheet] = useState<'copy' | 'shipped' | null>(null);
  const marked = form.wrong === null ? undefined : tabOf(form.wrong.at);
  const [tab, setTab] = useChoice<LetterTab>(form.found === true ? null : form.wrong, marked, 'general');
  const { changed } = form;
  useEffect(() => drafts.keep(me, 'letters', changed ? open : null), [drafts, me, changed, open]);
  useEffect(() => {
    onUnsaved(changed);
    return () => onUnsaved(false);
  }, [changed, onUnsaved]);
  const file = form.content;
  const whole = file.kind === 'letter' ? file : null;
  const said = words.editor;
  const tabs = letterTabs.filter(
    (key) => whole !== null || key === 'general' || key === 'requirements' || key === 'standard',
  );
  const view = { form, people: snapshot.people };
  const show = () => {
    if (marked !== undefined) setTab(marked);
    showWrong();
  };
  return (
    <PageFrame
      title={pick(file.name).trim() || said.empty}
      detail={begun === undefined ? (last ?? words.history.never) : said.fresh}
      tools={
        <>
          {begun === undefined && (
            <Press icon={<Copy />} disabled={changed} onPress={() => setSheet('copy')}>
              {said.copy}
            </Press>
          )}
          {letter.own && begun === undefined && (
            <Press icon={<RotateCcw />} onPress={() => setSheet('shipped')}>
              {letter.shipped === null ? said.drop : said.shipped}
            </Press>
          )}
          <Press icon={<ArrowLeft />} onPress={onBack}>
            {said.back}
          </Press>
        </>
      }
      tabs={
        <Tabs
          label={said.tabsLabel}
          tabs={tabs.map((key) => [key, key === marked ? `${said.tabs[key]} ⚠` : said.tabs[key]])}
          chosen={tab}
          onChoose={setTab}
        />
      }
      foot={<SaveBar form={begun === undefined ? form : { ...form, discard: onBack }} />}
    >
      <div className={css.editor}>
        <div className={css.form}>
          {tab === 'general' && <GeneralTab form={form} file={file} />}
          {tab === 'requirements' && <RequirementsTab {...view} letter={whole} requirements={file.requirements} />}
          {tab === 'standard' && <StandardTab form={form} standard={file.standard} />}
          {tab === 'questions' && whole !== null && <QuestionsTab {...view} letter={whole} />}
          {tab === 'text' && whole !== null && <TextTab {...view} letter={whole} />}
          {tab === 'signing' && whole !== null && (
            <SigningTab form={form} letter={whole} village={snapshot.village} today={at?.slice(0, 10) ?? ''} />
          )}
        </div>
        <PreviewPane
          form={form}
          papers={whole !== null}
          wrongIn={marked === undefined ? '' : said.tabs[marked]}
          onShow={show}
        />
      </div>
      {sheet === 'copy' && (
        <CopyLetter
          file={letter.content}
          taken={snapshot.letters.map(({ id }) => id)}
          onCopy={(copy) => onOpen({ id: open.id, begun: copy })}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === 'shipped' && (
        <BackToShipped
          id={open.id}
          revision={snapshot.revision}
          comes={letter.shipped !== null}
          onDone={() => {
            drafts.keep(me, `letter:${open.id}`, null);
            onSaved();
            onBack();
          }}
          onClose={() => setSheet(null)}
        />
      )}
    </PageFrame>
  );
}

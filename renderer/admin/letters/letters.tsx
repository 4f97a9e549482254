import { Undo2 } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import type { LetterSettingsSnapshot } from '../../../contract/letter-settings.ts';
import type { SettingsSnapshot } from '../../../contract/settings.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { Dialog } from '../../staff/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Press } from '../parts/controls.tsx';
import { Card, Empty, PageFrame, Tabs } from '../parts/frame.tsx';
import { Unanswered } from '../parts/unanswered.tsx';
import { useList } from '../use-work.ts';
import { HistoryTab } from './history-tab.tsx';
import { LetterEditor, type OpenLetter } from './letter-editor.tsx';
import css from './letters.module.css';
import { ListTab } from './list-tab.tsx';
import { OfficeTab } from './office-tab.tsx';
import { UndoLast } from './undo-last.tsx';
import { useVersions } from './versions.ts';

interface Props {
  settings: SettingsSnapshot;
  onOffice: () => void;
}

/** ms; another machine may change something meanwhile. */
const everyMs = 20_000;
const tabs = ['list', 'office', 'history'] as const;
type Tab = (typeof tabs)[number];

/** The letters that a village's office makes, and the office itself. */
export default function LettersPage({ settings, onOffice }: Props) {
  const { words } = useOfficeWords();
  const { client } = useDesk();
  const { value: snapshot, problem, again } = useList(client.letterSettings.get, everyMs);
  if (settings.lounge.unitType === 'lounge') {
    return (
      <PageFrame title={words.title}>
        <Card title={words.notVillage}>
          <Empty>{words.notVillageDetail}</Empty>
          <span>
            <Press kind="action" onPress={onOffice}>
              {words.toOffice}
            </Press>
          </span>
        </Card>
      </PageFrame>
    );
  }
  if (snapshot === undefined) {
    return (
      <PageFrame title={words.title}>
        <Unanswered problem={problem} />
      </PageFrame>
    );
  }
  return <Letters settings={settings} snapshot={snapshot} onSaved={again} />;
}

interface LettersProps {
  settings: SettingsSnapshot;
  snapshot: LetterSettingsSnapshot;
  onSaved: () => void;
}

function Letters({ settings, snapshot, onSaved }: LettersProps) {
  const { words } = useOfficeWords();
  const { me, drafts } = useDesk();
  const { versions, lastOf } = useVersions(snapshot.revision);
  const [open, setOpen] = useState<OpenLetter | null>(() => drafts.of<OpenLetter>(me, 'letters'));
  const [tab, setTab] = useState<Tab>(() => (drafts.of(me, 'village') === null ? 'list' : 'office'));
  const [undoing, setUndoing] = useState(false);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const unsaved = useRef(false);
  const onUnsaved = useCallback((is: boolean) => {
    unsaved.current = is;
  }, []);
  /** Asks first when something would be lost. */
  const leave = (then: () => void) => {
    if (unsaved.current) setLeaving(() => then);
    else then();
  };
  const forget = () => {
    for (const part of ['letters', 'village', `letter:${open?.begun?.id ?? open?.id}`]) drafts.keep(me, part, null);
  };
  const question = leaving !== null && (
    <Dialog title={words.leave.title} detail={words.leave.detail} onClose={() => setLeaving(null)}>
      <div className={css.answers}>
        <Press
          kind="danger"
          onPress={() => {
            forget();
            setLeaving(null);
            leaving();
          }}
        >
          {words.leave.yes}
        </Press>
        <Press kind="action" onPress={() => setLeaving(null)}>
          {words.leave.no}
        </Press>
      </div>
    </Dialog>
  );
  if (open !== null) {
    return (
      <>
        <LetterEditor
          key={open.begun?.id ?? open.id}
          open={open}
          snapshot={snapshot}
          last={lastOf(`letter:${open.id}`)}
          onBack={() => leave(() => setOpen(null))}
          onOpen={setOpen}
          onUnsaved={onUnsaved}
          onSaved={onSaved}
        />
        {question}
      </>
    );
  }
  const frame = {
    title: words.title,
    detail: words.detail,
    tabs: (
      <Tabs
        label={words.title}
        tabs={tabs.map((key) => [key, words.pages[key]])}
        chosen={tab}
        onChoose={(to) => leave(() => setTab(to))}
      />
    ),
    tools: snapshot.undo !== null && tab !== 'office' && (
      <Press icon={<Undo2 />} onPress={() => setUndoing(true)}>
        {words.list.undo}
      </Press>
    ),
  };
  return (
    <>
      {tab === 'office' ? (
        <OfficeTab {...{ frame, settings, snapshot, onSaved, onUnsaved }} last={lastOf('village')} />
      ) : (
        <PageFrame {...frame}>
          {tab === 'list' ? (
            <ListTab snapshot={snapshot} onOpen={(id) => setOpen({ id })} onSaved={onSaved} />
          ) : (
            <HistoryTab versions={versions} snapshot={snapshot} />
          )}
        </PageFrame>
      )}
      {undoing && snapshot.undo !== null && (
        <UndoLast version={snapshot.undo} snapshot={snapshot} onDone={onSaved} onClose={() => setUndoing(false)} />
      )}
      {question}
    </>
  );
}

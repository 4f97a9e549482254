import { useState } from 'react';
import { useRetentionWords } from '../../i18n/admin/retention.ts';
import { useDesk } from '../desk.ts';
import { PageFrame, Tabs } from '../parts/frame.tsx';
import { Unanswered } from '../parts/unanswered.tsx';
import { useList } from '../use-work.ts';
import { DueTab } from './due-tab.tsx';
import { KeptTab } from './kept-tab.tsx';
import { PersonTab } from './person-tab.tsx';

type Tab = 'kept' | 'due' | 'person';

/** How long what is kept, what may go, and what a resident may ask for. Nothing typed is kept after leaving. */
export default function RetentionPage() {
  const { words } = useRetentionWords();
  const { client } = useDesk();
  const { value: state, problem, again } = useList(client.retention.state);
  const [tab, setTab] = useState<Tab>('kept');
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  const tabs = (
    <Tabs
      label={words.tabsLabel}
      tabs={[
        ['kept', words.tabs.kept],
        ['due', words.tabs.due(state?.due ?? 0)],
        ['person', words.tabs.person],
      ]}
      chosen={tab}
      onChoose={setTab}
    />
  );
  return (
    <PageFrame title={words.title} detail={words.detail} tabs={tabs} foot={<div ref={setFoot} />}>
      {show()}
    </PageFrame>
  );

  function show() {
    if (tab === 'person') return <PersonTab onErased={again} />;
    if (tab === 'due') return <DueTab foot={foot} onDestroyed={again} />;
    return state === undefined ? <Unanswered problem={problem} /> : <KeptTab state={state} />;
  }
}

import type { SettingsSnapshot } from '../../../contract/settings.ts';
import { useWords } from '../../i18n/staff.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { useChoice } from '../form/use-choice.ts';
import { useForm } from '../form/use-form.ts';
import { PageFrame, Tabs } from '../parts/frame.tsx';
import { AgenciesTab } from './agencies-tab.tsx';
import { CountersTab } from './counters-tab.tsx';
import { ServicesTab } from './services-tab.tsx';

type Tab = 'services' | 'agencies' | 'counters';

/** What the lounge does for people, by whom, and where. */
export function ServicesPage({ settings }: { settings: SettingsSnapshot }) {
  const { words } = useWords();
  const form = useForm('services', settings);
  const said = words.admin.services;
  const marked = (['services', 'agencies', 'counters'] as const).find((part) => form.marked([part]));
  const [tab, setTab] = useChoice<Tab>(form.wrong, marked, 'services');
  return (
    <PageFrame
      title={words.admin.pages.services}
      tabs={
        <Tabs
          label={words.admin.pages.services}
          tabs={[
            ['services', said.tabs.services(form.content.services.length)],
            ['agencies', said.tabs.agencies(form.content.agencies.length)],
            ['counters', said.tabs.counters(form.content.counters.length)],
          ]}
          chosen={tab}
          onChoose={setTab}
        />
      }
      foot={<SaveBar form={form} />}
    >
      {tab === 'services' && <ServicesTab form={form} settings={settings} />}
      {tab === 'agencies' && <AgenciesTab form={form} />}
      {tab === 'counters' && <CountersTab form={form} />}
    </PageFrame>
  );
}

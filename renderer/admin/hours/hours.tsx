import type { SettingsSnapshot } from '../../../contract/settings.ts';
import { useWords } from '../../i18n/staff.ts';
import { useLive } from '../../live.ts';
import { useDesk } from '../desk.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { useChoice } from '../form/use-choice.ts';
import { useForm } from '../form/use-form.ts';
import { PageFrame, Tabs } from '../parts/frame.tsx';
import { AheadTab } from './ahead-tab.tsx';
import { SpecialTab } from './special-tab.tsx';
import { WeekTab } from './week-tab.tsx';

type Tab = 'week' | 'special' | 'ahead';

/** When the lounge is there for people. */
export function HoursPage({ settings }: { settings: SettingsSnapshot }) {
  const { words } = useWords();
  const { client } = useDesk();
  const form = useForm('calendar', settings);
  const today = useLive(client.queue.watch()).value?.serviceDay ?? settings.at.slice(0, 10);
  const said = words.admin.hours;
  const marked = form.marked(['special']) ? 'special' : form.marked(['hours']) ? 'week' : undefined;
  const [tab, setTab] = useChoice<Tab>(form.wrong, marked, 'week');
  return (
    <PageFrame
      title={words.admin.pages.hours}
      tabs={
        <Tabs
          label={words.admin.pages.hours}
          tabs={[
            ['week', said.tabs.week],
            ['special', said.tabs.special(form.content.special.length)],
            ['ahead', said.tabs.ahead],
          ]}
          chosen={tab}
          onChoose={setTab}
        />
      }
      foot={<SaveBar form={form} />}
    >
      {tab === 'week' && <WeekTab form={form} settings={settings} />}
      {tab === 'special' && <SpecialTab form={form} today={today} />}
      {tab === 'ahead' && <AheadTab calendar={form.content} today={today} />}
    </PageFrame>
  );
}

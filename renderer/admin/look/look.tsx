import type { SettingsSnapshot } from '../../../contract/settings.ts';
import { useWords } from '../../i18n/staff.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { useChoice } from '../form/use-choice.ts';
import { useForm } from '../form/use-form.ts';
import { PageFrame, Tabs } from '../parts/frame.tsx';
import { KioskTab } from './kiosk-tab.tsx';
import { MediaTab } from './media-tab.tsx';
import { OfficeTab } from './office-tab.tsx';
import { QueueTab } from './queue-tab.tsx';
import { TextsTab } from './texts-tab.tsx';
import { VoiceTab } from './voice-tab.tsx';

type Tab = 'office' | 'texts' | 'media' | 'voice' | 'kiosk' | 'queue';

/** Where what is wrong stands. */
const tabOf: Readonly<Record<string, Tab>> = {
  name: 'office',
  place: 'office',
  desk: 'office',
  complaints: 'office',
  unitType: 'office',
  logo: 'office',
  timeZone: 'office',
  texts: 'texts',
  voice: 'voice',
  slipOutlet: 'kiosk',
  devices: 'kiosk',
  discipline: 'queue',
  noShow: 'queue',
  spareLetter: 'queue',
  lastTicketMinutes: 'queue',
};

/** What the lounge says of itself, how it sounds, how it looks, and by which rule it calls. */
export function LookPage({ settings }: { settings: SettingsSnapshot }) {
  const { words } = useWords();
  const form = useForm('lounge', settings);
  const { tabs } = words.admin.look;
  const marked = tabOf[Object.keys(tabOf).find((key) => form.marked([key])) ?? ''];
  const [tab, setTab] = useChoice<Tab>(form.wrong, marked, 'office');
  return (
    <PageFrame
      title={words.admin.pages.look}
      tabs={
        <Tabs
          label={words.admin.pages.look}
          tabs={(['office', 'texts', 'media', 'voice', 'kiosk', 'queue'] as const).map((key) => [key, tabs[key]])}
          chosen={tab}
          onChoose={setTab}
        />
      }
      foot={<SaveBar form={form} />}
    >
      {tab === 'office' && <OfficeTab form={form} />}
      {tab === 'texts' && <TextsTab form={form} />}
      {tab === 'media' && <MediaTab />}
      {tab === 'voice' && <VoiceTab form={form} />}
      {tab === 'kiosk' && <KioskTab form={form} />}
      {tab === 'queue' && <QueueTab form={form} />}
    </PageFrame>
  );
}

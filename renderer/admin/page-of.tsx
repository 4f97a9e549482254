import { lazy, type ReactNode, Suspense } from 'react';
import type { SettingsSnapshot } from '../../contract/settings.ts';
import { useWords } from '../i18n/staff.ts';
import type { Person } from '../staff/session.ts';
import { HistoryPage } from './history/history.tsx';
import { HoursPage } from './hours/hours.tsx';
import { LookPage } from './look/look.tsx';
import { MachinesPage } from './machines/machines.tsx';
import { NetworkPage } from './network/network.tsx';
import type { Page } from './pages.ts';
import { PageFrame, Waiting } from './parts/frame.tsx';
import { PeoplePage } from './people/people.tsx';
import { ProgramsPage } from './programs/programs.tsx';
import { ServicesPage } from './services/services.tsx';
import { TodayPage } from './today/today.tsx';

// Pages that most people never open.
const BackupPage = lazy(() => import('./backup/backup.tsx'));
const LettersPage = lazy(() => import('./letters/letters.tsx'));
const ResidentsPage = lazy(() => import('./residents/residents.tsx'));
const FleetPage = lazy(() => import('./fleet/fleet.tsx'));
const RetentionPage = lazy(() => import('./retention/retention.tsx'));
// Opened when something is wrong.
const DiagnosticsPage = lazy(() => import('./diagnostics/diagnostics.tsx'));
const UpdatesPage = lazy(() => import('./updates/updates.tsx'));

interface Props {
  page: Page;
  /** Undefined until the hub has sent it. */
  settings: SettingsSnapshot | undefined;
  statistics: ReactNode;
  me: Person;
  onPage: (page: Page) => void;
  onWizard: () => void;
}

export function PageOf({ page, settings, statistics, me, onPage, onWizard }: Props) {
  const { words } = useWords();
  const waiting = (
    <PageFrame title={words.admin.pages[page]}>
      <Waiting />
    </PageFrame>
  );
  switch (page) {
    case 'today':
      return <TodayPage settings={settings} onPage={onPage} onWizard={onWizard} />;
    case 'statistics':
      return statistics;
    case 'residents':
      return (
        <Suspense fallback={waiting}>
          <ResidentsPage />
        </Suspense>
      );
    case 'retention':
      return (
        <Suspense fallback={waiting}>
          <RetentionPage />
        </Suspense>
      );
    case 'diagnostics':
      return (
        <Suspense fallback={waiting}>
          <DiagnosticsPage />
        </Suspense>
      );
    case 'fleet':
      return (
        <Suspense fallback={waiting}>
          <FleetPage />
        </Suspense>
      );
    case 'people':
      return <PeoplePage me={me} />;
    case 'machines':
      return <MachinesPage onNetwork={() => onPage('network')} />;
    case 'programs':
      return <ProgramsPage onNetwork={() => onPage('network')} />;
    case 'network':
      return <NetworkPage office={settings !== undefined && settings.lounge.unitType !== 'lounge'} />;
    case 'updates':
      return (
        <Suspense fallback={waiting}>
          <UpdatesPage />
        </Suspense>
      );
  }
  if (settings === undefined) return waiting;
  switch (page) {
    case 'services':
      return <ServicesPage settings={settings} />;
    case 'letters':
      return (
        <Suspense fallback={waiting}>
          <LettersPage settings={settings} onOffice={() => onPage('look')} />
        </Suspense>
      );
    case 'backup':
      return (
        <Suspense fallback={waiting}>
          <BackupPage office={settings.lounge.name} />
        </Suspense>
      );
    case 'hours':
      return <HoursPage settings={settings} />;
    case 'look':
      return <LookPage settings={settings} />;
    case 'history':
      return <HistoryPage settings={settings} />;
  }
}

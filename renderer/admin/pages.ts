import {
  Archive,
  Blocks,
  CalendarClock,
  ChartColumn,
  ContactRound,
  DatabaseBackup,
  History,
  Landmark,
  LayoutDashboard,
  type LucideIcon,
  MonitorSmartphone,
  Network,
  PackageCheck,
  ScrollText,
  SlidersHorizontal,
  Stethoscope,
  Tickets,
  UsersRound,
} from 'lucide-react';

/** The supervisor's pages in the order of the rail. */
export const pages = [
  'today',
  'statistics',
  'services',
  'letters',
  'hours',
  'look',
  'residents',
  'retention',
  'people',
  'machines',
  'programs',
  'network',
  'backup',
  'updates',
  'fleet',
  'diagnostics',
  'history',
] as const;
export type Page = (typeof pages)[number];

export const pageIcons: Record<Page, LucideIcon> = {
  today: LayoutDashboard,
  statistics: ChartColumn,
  services: Tickets,
  letters: ScrollText,
  hours: CalendarClock,
  look: SlidersHorizontal,
  residents: ContactRound,
  retention: Archive,
  people: UsersRound,
  machines: MonitorSmartphone,
  programs: Blocks,
  network: Network,
  diagnostics: Stethoscope,
  fleet: Landmark,
  updates: PackageCheck,
  backup: DatabaseBackup,
  history: History,
};

/** What only an office that issues letters needs. */
const villagePages: readonly Page[] = ['residents', 'retention'];

/** The pages of a lounge's rail. @param issuesLetters it is a village's office */
export function pagesFor(issuesLetters: boolean): readonly Page[] {
  return issuesLetters ? pages : pages.filter((page) => !villagePages.includes(page));
}

/** The page of an address's fragment, so that a reload stays where one was. */
export function pageOf(hash: string): Page {
  const name = hash.replace(/^#/, '');
  return pages.find((page) => page === name) ?? 'today';
}

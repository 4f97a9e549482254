import {
  Blocks,
  CalendarClock,
  ChartColumn,
  History,
  LayoutDashboard,
  type LucideIcon,
  MonitorSmartphone,
  Network,
  SlidersHorizontal,
  Tickets,
  UsersRound,
} from 'lucide-react';

/** The supervisor's pages in the order of the rail. */
export const pages = [
  'today',
  'statistics',
  'services',
  'hours',
  'look',
  'people',
  'machines',
  'programs',
  'network',
  'history',
] as const;
export type Page = (typeof pages)[number];

export const pageIcons: Record<Page, LucideIcon> = {
  today: LayoutDashboard,
  statistics: ChartColumn,
  services: Tickets,
  hours: CalendarClock,
  look: SlidersHorizontal,
  people: UsersRound,
  machines: MonitorSmartphone,
  programs: Blocks,
  network: Network,
  history: History,
};

/** The page of an address's fragment, so that a reload stays where one was. */
export function pageOf(hash: string): Page {
  const name = hash.replace(/^#/, '');
  return pages.find((page) => page === name) ?? 'today';
}

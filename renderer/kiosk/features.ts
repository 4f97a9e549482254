import { type LucideIcon, Ticket } from 'lucide-react';
import type { Catalogue } from '../i18n/index.ts';

/** What this kiosk can do. With one, the home screen is skipped; a new feature adds its line here. */
export interface Feature {
  id: string;
  icon: LucideIcon;
  title: (words: Catalogue) => string;
  detail: (words: Catalogue) => string;
}

export const features: readonly Feature[] = [
  {
    id: 'queue',
    icon: Ticket,
    title: (words) => words.features.queue.title,
    detail: (words) => words.features.queue.detail,
  },
];

import { FileText, type LucideIcon, ScanQrCode, Ticket } from 'lucide-react';
import type { Catalogue } from '../i18n/index.ts';

/**
 * What this kiosk can do; a new feature adds its line here. One that stands aside has its own button on the first
 * screen: with a single other feature the home screen is skipped, so that a number stays one touch away.
 */
export interface Feature {
  id: string;
  aside?: boolean;
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
  {
    id: 'letters',
    icon: FileText,
    title: (words) => words.features.letters.title,
    detail: (words) => words.features.letters.detail,
  },
  {
    id: 'check',
    aside: true,
    icon: ScanQrCode,
    title: (words) => words.features.check.title,
    detail: (words) => words.features.check.detail,
  },
];

import { type LucideIcon, Monitor, TabletSmartphone, Tv } from 'lucide-react';
import type { DeviceKind } from '../../../contract/principal.ts';

export const kinds = ['counter', 'display', 'kiosk'] as const satisfies DeviceKind[];
export const kindIcons: Record<DeviceKind, LucideIcon> = { kiosk: TabletSmartphone, counter: Monitor, display: Tv };

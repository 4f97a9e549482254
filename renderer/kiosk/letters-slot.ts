import type { ComponentType, RefObject } from 'react';
import type { QueueSnapshot } from '../../contract/queue.ts';
import type { Sayings } from '../i18n/format.ts';
import type { Shape } from '../ui/shape.ts';
import type { LettersMode } from './flow-state.ts';
import type { Preferences } from './preferences.ts';

/** Where the flow "Surat" stands in the kiosk: it is loaded when somebody asks for it, and has a flow of its own. */

/** The bar's Back and Awal ask it first; true: it has seen to it. */
export interface LettersHold {
  back(): boolean;
  leave(): boolean;
}

export interface LettersProps {
  queue: QueueSnapshot;
  say: Sayings;
  desk: string;
  /** False while the hub keeps its disk for the queue: the desk sees to letters. */
  takesRequests: boolean;
  shape: Shape;
  preferences: Preferences;
  fitKey: string;
  /** Until the receipt goes by itself. */
  seconds: number | null;
  hold: RefObject<LettersHold | null>;
  onMode: (mode: LettersMode) => void;
  /** Takes a number of this service instead. */
  onService: (serviceId: string) => void;
  onEnd: () => void;
}

export type Letters = ComponentType<LettersProps>;

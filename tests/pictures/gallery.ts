import type { Locator, Page } from 'playwright-core';
import type { Catalogue } from '../../renderer/i18n/staff.ts';

/** Every screen and state of one page of the product that must be looked at. */
export interface Gallery<Scene> {
  /** What the page begins with when a picture says nothing else, in a language. */
  scene(change: Partial<Scene> | undefined, language: 'id' | 'en'): Scene;
  readonly pictures: readonly Picture<Scene>[];
  /** `1920x1080`; what this page is made for. */
  readonly sizes: readonly string[];
  /** In CSS px, for a viewport. */
  limits(viewport: { width: number; height: number }): { minimumText: number; minimumTarget: number };
  /** Shown as soon as the page stands. */
  readonly ready: string;
  /** What the touch of a button must be followed by, ms of the page's clock. */
  readonly settle: number;
}

export interface Picture<Scene> {
  readonly name: string;
  readonly scene?: Partial<Scene>;
  readonly steps?: (hand: Hand) => Promise<void>;
  /** Upright screens only. */
  readonly upright?: boolean;
}

/** What a picture's steps may do. */
export interface Hand {
  readonly page: Page;
  readonly words: Catalogue;
  /** Touches what a finger could touch. */
  readonly touch: (target: Locator) => Promise<void>;
  /** Touches one key of the keyboard on the screen after the other. */
  readonly touchKeys: (names: readonly string[]) => Promise<void>;
  /** Touches the button with this name and waits until the screen takes the next touch. */
  readonly tap: (name: string) => Promise<void>;
  /** Touches the nth thing to choose. */
  readonly choose: (nth: number) => Promise<void>;
  /** Lets time pass on the page, ms. */
  readonly step: (ms: number) => Promise<void>;
}

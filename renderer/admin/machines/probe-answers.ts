import type { PrinterProfile } from '../../../contract/printing.ts';

/** What a person sees on a test slip, and what the printer's settings become by it. */

/** In the order in which they are asked: of a line that is cut off the rest says little. */
export const questions = ['line', 'qr', 'cut'] as const;
export type Question = (typeof questions)[number];

/** `narrowest`: not even the narrowest line is whole, which no setting mends. */
export type End = 'ready' | 'narrowest';

export interface Answered {
  readonly profile: PrinterProfile;
  readonly next: Question | End;
  /** The settings make another slip of it, which has to be seen. */
  readonly test: boolean;
}

/** Widths of a line, dots; see `printerProfile`. */
export const widths = [576, 546, 512, 384] as const satisfies PrinterProfile['dots'][];

export function answered(question: Question, yes: boolean, profile: PrinterProfile): Answered {
  switch (question) {
    case 'line': {
      if (yes) return { profile, next: 'qr', test: false };
      const dots = widths.find((width) => width < profile.dots);
      if (dots === undefined) return { profile, next: 'narrowest', test: false };
      return { profile: { ...profile, dots }, next: 'line', test: true };
    }
    case 'qr':
      return { profile: yes ? profile : { ...profile, qr: 'raster' }, next: 'cut', test: false };
    case 'cut':
      return { profile: { ...profile, cutter: yes }, next: 'ready', test: false };
  }
}

export function sameProfile(a: PrinterProfile, b: PrinterProfile): boolean {
  return a.dots === b.dots && a.cutter === b.cutter && a.qr === b.qr;
}

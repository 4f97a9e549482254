import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrinterProfile } from '../../../contract/printing.ts';
import { answered, type Question, sameProfile, widths } from './probe-answers.ts';

const epson: PrinterProfile = { dots: 576, cutter: true, qr: 'native' };
const anyProfile = fc.record({
  dots: fc.constantFrom(...widths),
  cutter: fc.boolean(),
  qr: fc.constantFrom('native' as const, 'raster' as const),
});

/** Answers every question by what is true of a printer, until it ends. */
function check(start: PrinterProfile, truth: { widest: number; draws: boolean; cuts: boolean }) {
  let [profile, question]: [PrinterProfile, Question] = [start, 'line'];
  for (let tests = 1; ; ) {
    const yes = { line: profile.dots <= truth.widest, qr: truth.draws || profile.qr === 'raster', cut: truth.cuts };
    const answer = answered(question, yes[question], profile);
    profile = answer.profile;
    if (answer.test) tests += 1;
    if (answer.next === 'ready' || answer.next === 'narrowest') return { profile, tests, end: answer.next };
    question = answer.next;
  }
}

describe('what a person sees on a test slip', () => {
  it('leaves a printer as it is when all is whole', () => {
    expect(check(epson, { widest: 576, draws: true, cuts: true })).toEqual({ profile: epson, tests: 1, end: 'ready' });
  });

  it('makes the line narrower, a test slip at a time, until it is whole', () => {
    const { profile, tests } = check(epson, { widest: 512, draws: true, cuts: true });
    expect(profile.dots).toBe(512);
    expect(tests).toBe(3);
  });

  it('draws the QR code for a printer that prints none, and tears where nothing is cut', () => {
    const { profile } = check(epson, { widest: 576, draws: false, cuts: false });
    expect(profile).toEqual({ dots: 576, cutter: false, qr: 'raster' });
  });

  it('cuts again when it turns out that there is a blade', () => {
    expect(check({ ...epson, cutter: false }, { widest: 576, draws: true, cuts: true }).profile.cutter).toBe(true);
  });

  it('ends when not even the narrowest line is whole, for no setting mends that', () => {
    expect(check(epson, { widest: 300, draws: true, cuts: true })).toMatchObject({ end: 'narrowest', tests: 4 });
  });

  it('always ends, at the widest line that is whole', () => {
    fc.assert(
      fc.property(
        anyProfile,
        fc.integer({ min: 384, max: 700 }),
        fc.boolean(),
        fc.boolean(),
        (start, widest, ...is) => {
          const [draws, cuts] = is;
          const { profile, end } = check(start, { widest, draws, cuts });
          expect(end).toBe('ready');
          expect(profile.dots).toBe(widths.find((width) => width <= Math.min(widest, start.dots)));
          expect(profile.cutter).toBe(cuts);
        },
      ),
    );
  });

  it('changes nothing that was not asked', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        expect(sameProfile(answered('line', true, profile).profile, profile)).toBe(true);
        expect(sameProfile(answered('qr', true, profile).profile, profile)).toBe(true);
        expect(sameProfile(answered('cut', profile.cutter, profile).profile, profile)).toBe(true);
      }),
    );
  });
});

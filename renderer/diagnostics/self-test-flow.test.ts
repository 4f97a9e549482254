import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnosticSteps, findings, type StepFinding, stepFinding } from '../../contract/diagnostics.ts';
import { diagnosticWords } from '../i18n/diagnostics/index.ts';
import { findingLines, wordsOf } from './report-text.ts';
import { beginning, inOrder, marks, next, type SelfTestAct, type SelfTestState } from './self-test-flow.ts';

const ask = (step: 'sound' | 'display' | 'touch'): SelfTestAct => ({
  act: 'found',
  finding: { step, verdict: 'ask', finding: `${step}_ask`, figures: {} },
});
const after = (...acts: SelfTestAct[]): SelfTestState => acts.reduce(next, beginning);
const machine: SelfTestAct[] = [ask('sound'), ask('display'), ask('touch'), { act: 'ended' }];
const yes: SelfTestAct = { act: 'answer', yes: true };
const no: SelfTestAct = { act: 'answer', yes: false };
const colours = Array.from({ length: 5 }, (): SelfTestAct => ({ act: 'next_colour' }));
const touches = Array.from({ length: marks }, (_, mark): SelfTestAct => ({ act: 'touch', mark }));
const atSound: SelfTestAct[] = [...machine, { act: 'begin' }];
const atDisplay: SelfTestAct[] = [...atSound, { act: 'played' }, yes];
const atTouch: SelfTestAct[] = [...atDisplay, { act: 'show' }, ...colours, yes];
const of = (state: SelfTestState, step: StepFinding['step']) => state.findings.find((one) => one.step === step);

describe('a person who tests the machine', () => {
  it('hears, sees and touches, and gets ten results in their order', () => {
    const done = after(...atTouch, ...touches);
    expect(done.stage).toBe('results');
    expect(inOrder(done.findings).map(({ step }) => step)).toEqual(diagnosticSteps);
    expect(of(done, 'sound')).toMatchObject({ finding: 'sound_heard' });
    expect(of(done, 'display')).toMatchObject({ finding: 'display_whole' });
    expect(of(done, 'touch')).toMatchObject({ finding: 'touch_whole', figures: { marks: 9 } });
  });

  it('says what does not work', () => {
    const silent = after(...atSound, { act: 'played' }, no);
    expect(of(silent, 'sound')).toMatchObject({ verdict: 'bad', finding: 'sound_silent' });
    const flawed = after(...atDisplay, { act: 'show' }, ...colours, no);
    expect(of(flawed, 'display')).toMatchObject({ verdict: 'bad', finding: 'display_flawed' });
    const missed = after(...atTouch, ...touches.slice(0, 4), { act: 'cannot_touch' });
    expect(of(missed, 'touch')).toMatchObject({ finding: 'touch_missed', figures: { touched: 4, marks: 9 } });
  });

  it('says nothing about a sound that was not played, and begins only when the machine has told all', () => {
    expect(after(...atSound, yes).stage).toBe('sound');
    expect(after(ask('sound'), { act: 'begin' }).stage).toBe('machine');
  });

  it('is asked for nothing that the machine does not have', () => {
    const mute: SelfTestAct = {
      act: 'found',
      finding: { step: 'sound', verdict: 'not_here', finding: 'not_here', figures: {} },
    };
    expect(after(mute, ask('display'), ask('touch'), { act: 'ended' }, { act: 'begin' }).stage).toBe('display');
  });

  it('sees what a machine that fell silent has not told', () => {
    const state = after({ act: 'ended' });
    expect(of(state, 'storage')).toMatchObject({ verdict: 'bad', finding: 'step_failed' });
    expect(of(state, 'sound')).toMatchObject({ verdict: 'ask' });
    expect(state.findings).toHaveLength(10);
  });

  it('counts a mark once, and whatever is touched in whatever order, each step is found once', () => {
    const anyAct = fc.oneof(
      fc.constantFrom<SelfTestAct>(...machine, ...atTouch, yes, no, { act: 'cannot_touch' }),
      fc.integer({ min: -2, max: 12 }).map((mark): SelfTestAct => ({ act: 'touch', mark })),
    );
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 60 }), (acts) => {
        const state = after(...acts);
        expect(new Set(state.findings.map(({ step }) => step)).size).toBe(state.findings.length);
        expect(new Set(state.touched).size).toBe(state.touched.length);
        for (const finding of state.findings) expect(stepFinding.safeParse(finding).success).toBe(true);
        if (state.stage === 'results') expect(inOrder(state.findings)).toHaveLength(10);
      }),
    );
  });
});

describe('the words of the findings', () => {
  it.each(['id', 'en'] as const)(
    'say in %s what is wrong, and for all that is wrong what to do and who can',
    (language) => {
      const words = diagnosticWords[language];
      const figures = {
        megabytes: 41,
        seconds: 10,
        minutes: 30,
        networks: 1,
        port: 4780,
        milliseconds: 4,
        printers: 2,
      };
      const more = { marks: 9, touched: 4, hours: 3, days: 21, version: '1.2.3' };
      for (const finding of findings) {
        const told = wordsOf(words, { step: 'hub', verdict: 'bad', finding, figures: { ...figures, ...more } });
        expect(told.what, finding).not.toMatch(/undefined|\?|NaN/);
        expect(told.act === null, finding).toBe(told.who === null);
      }
    },
  );

  it('are numbered as on the screen', () => {
    const found = inOrder(after({ act: 'ended' }).findings);
    const lines = findingLines(diagnosticWords.id, found).filter((line) => /^\d/.test(line));
    expect(lines.map((line) => Number.parseInt(line, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

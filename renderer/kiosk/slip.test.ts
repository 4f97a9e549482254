import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PrinterCondition,
  type PrintJobSnapshot,
  printerConditions,
  printJobStates,
} from '../../contract/printing.ts';
import { Finger, start, ticket, withTicket } from '../../tests/doubles/kiosk/finger.ts';
import { spoken } from '../i18n/spoken.ts';
import { canEnd } from './flow.ts';
import { type FlowEvent, type TicketShown, times } from './flow-state.ts';
import { questionSeconds, secondsLeft } from './idle.ts';
import { isAsking, outcomeOf, paperClips } from './slip.ts';

const slip = (state: PrintJobSnapshot['state'], printer: PrinterCondition = 'ready'): PrintJobSnapshot => ({
  state,
  printer,
  asks: false,
  tear: false,
  elsewhere: null,
});
const doubtful: PrintJobSnapshot = { ...slip('unknown', 'needs_check'), asks: true };
const hears = (print: PrintJobSnapshot, jobId = 'job1'): FlowEvent => ({ type: 'printing', jobId, print });
const says = (came: boolean, requestKey = 'a1'): FlowEvent => ({ type: 'answer', came, requestKey });
const hubSays = (printJobId: string | null, requestKey = 'a1'): FlowEvent => ({
  type: 'slipAnswered',
  requestKey,
  printJobId,
});
const refused: FlowEvent = { type: 'slipRefused', requestKey: 'a1' };
const unreachable: FlowEvent = { type: 'slipUnreachable', requestKey: 'a1' };

const asked = () =>
  withTicket()
    .does(hears(slip('sending')))
    .does(hears(doubtful));
const shown = ({ state }: Finger): TicketShown => {
  if (state.screen.name !== 'ticket') throw new Error(`the screen shows ${state.screen.name}`);
  return state.screen;
};

describe('whether the slip is out', () => {
  it('is told by the printer, or is under way', () => {
    expect(outcomeOf(slip('done'))).toBe('out');
    for (const state of ['queued', 'sending', 'sent', 'printed'] as const) {
      expect(outcomeOf(slip(state))).toBe('under way');
      expect(outcomeOf(slip(state, 'paper_low'))).toBe('under way');
    }
    for (const state of ['held', 'unknown', 'cancelled'] as const) expect(outcomeOf(slip(state))).toBe('failed');
  });

  it('has failed when the roll ends over it', () => {
    expect(outcomeOf(slip('sending', 'paper_out'))).toBe('failed');
    expect(outcomeOf(slip('sent', 'cover_open'))).toBe('failed');
  });

  it('is out when every line is printed and the blade is stuck', () => {
    expect(outcomeOf(slip('printed', 'cutter_jammed'))).toBe('out');
  });
});

describe('the ticket screen', () => {
  it('stays 20 s after the slip is out and counts them', () => {
    const finger = withTicket().does(hears(slip('done')));
    expect(secondsLeft(finger.state, finger.now)).toBe(20);
    finger.waits(19_999);
    expect(finger.screen).toBe('ticket');
    expect(finger.waits(1).screen).toBe('attract');
  });

  it('stays as long when the slip has to be pulled off', () => {
    const finger = withTicket().does(hears(slip('printed')));
    expect(shown(finger).printing).toBe('under way');
    finger.does(hears(slip('printed', 'cutter_jammed')));
    expect(secondsLeft(finger.state, finger.now)).toBe(20);
  });

  it('stays 90 s when printing failed', () => {
    const finger = withTicket().does(hears(slip('held')));
    expect(secondsLeft(finger.state, finger.now)).toBe(90);
    expect(finger.waits(89_999).screen).toBe('ticket');
    expect(finger.waits(1).screen).toBe('attract');
  });

  it('is extended by one tap', () => {
    const finger = withTicket().does(hears(slip('done')));
    finger.waits(15_000).after(0, { type: 'touch' });
    expect(secondsLeft(finger.state, finger.now)).toBe(20);
  });

  it('counts anew when the fault is mended', () => {
    const finger = withTicket()
      .does(hears(slip('held')))
      .waits(60_000);
    finger.does(hears(slip('sending')));
    expect(shown(finger).printing).toBe('under way');
    finger.does(hears(slip('done')));
    expect(secondsLeft(finger.state, finger.now)).toBe(20);
  });

  it('counts anew when the paper comes back in the middle of the slip', () => {
    const finger = withTicket()
      .does(hears(slip('sent', 'paper_out')))
      .waits(85_000)
      .does(hears(slip('done')));
    expect(secondsLeft(finger.state, finger.now)).toBe(20);
    expect(finger.waits(19_999).screen).toBe('ticket');
  });

  it('hears of its own print job only', () => {
    expect(shown(withTicket().does(hears(slip('held'), 'another')))).toMatchObject({
      printing: 'under way',
      print: null,
    });
  });
});

describe('a slip of which nobody knows whether it came out', () => {
  it('is not asked about while it could still come out', () => {
    const finger = withTicket().does(hears(slip('unknown')));
    expect(shown(finger)).toMatchObject({ printing: 'failed', question: null });
    expect(isAsking(shown(finger.does(hears(doubtful))))).toBe(true);
  });

  it('is asked about for 20 s, counted, and then left to staff with the number on the screen', () => {
    const finger = asked();
    expect(questionSeconds(finger.state, finger.now)).toBe(20);
    finger.waits(19_000);
    expect(questionSeconds(finger.state, finger.now)).toBe(1);
    finger.waits(1_000);
    expect(shown(finger)).toMatchObject({ printing: 'failed', question: { step: 'over', came: false } });
    expect(secondsLeft(finger.state, finger.now)).toBe(90);
    expect(finger.waits(90_000).screen).toBe('attract');
  });

  it('is asked about for its whole time, however late the doubt came', () => {
    const finger = withTicket()
      .does(hears(slip('held')))
      .waits(89_000)
      .after(0, hears(doubtful));
    expect(isAsking(shown(finger.waits(19_999)))).toBe(true);
  });

  it('gives a slow reader 20 s more with every touch', () => {
    const finger = asked().waits(15_000).after(0, { type: 'touch' });
    expect(questionSeconds(finger.state, finger.now)).toBe(20);
  });

  it('is asked about once', () => {
    const finger = asked()
      .waits(20_000)
      .does(hears({ ...doubtful, printer: 'ready' }));
    expect(isAsking(shown(finger))).toBe(false);
  });

  it('does not take a tap on Selesai for an answer, nor one on an answer for Selesai', () => {
    const tooSoon = withTicket().does(hears(doubtful)).after(100, says(true));
    expect(shown(tooSoon).question?.step).toBe('asked');
    const tooLate = asked().waits(20_000).after(100, { type: 'end' });
    expect(tooLate.screen).toBe('ticket');
  });

  it('goes with its person', () => {
    const finger = asked();
    expect(canEnd(finger.state)).toBe(true);
    finger.does({ type: 'end' }, hears(doubtful), hubSays('job2'));
    expect(finger.screen).toBe('attract');
  });

  it('is not asked about any more once the printer or staff know', () => {
    const known = asked().does(hears(slip('done')));
    expect(shown(known)).toMatchObject({ printing: 'out', question: null });
    expect(secondsLeft(known.state, known.now)).toBe(20);
    for (const print of [slip('cancelled'), slip('unknown')]) {
      expect(shown(asked().does(hears(print))).question).toEqual({ step: 'over', came: false });
    }
  });

  it('may still turn out well after the question', () => {
    const finger = asked()
      .waits(20_000)
      .does(hears(slip('done')));
    expect(shown(finger).printing).toBe('out');
    expect(secondsLeft(finger.state, finger.now)).toBe(20);
  });
});

describe('the answer', () => {
  it('Sudah: all is well, and the screen goes after 20 s', () => {
    const finger = asked().does(says(true), hubSays(null));
    expect(shown(finger)).toMatchObject({ printing: 'out', question: { step: 'over', came: true } });
    expect(secondsLeft(finger.state, finger.now)).toBe(20);
    finger.does(hears(slip('unknown')));
    expect(shown(finger).printing).toBe('out');
  });

  it('Belum: the new paper is followed, and the old one is not heard any more', () => {
    const finger = asked().does(says(false), hubSays('job2'));
    expect(shown(finger)).toMatchObject({ printing: 'under way', question: null, again: true, print: null });
    finger.does(hears(slip('cancelled'), 'job1'));
    expect(shown(finger).printing).toBe('under way');
    finger.does(hears(slip('done'), 'job2'));
    expect(secondsLeft(finger.state, finger.now)).toBe(20);
    expect(shown(finger).ticket).toEqual({ ...ticket, printJobId: 'job2' });
  });

  it('is one, however often and whatever is touched', () => {
    const finger = asked().does(says(true)).after(50, says(false, 'a2')).does(says(false, 'a3'));
    expect(shown(finger).question).toMatchObject({ step: 'answering', came: true, requestKey: 'a1', attempt: 1 });
  });

  it('that the hub refuses is for staff to see to', () => {
    const finger = asked().does(says(false), refused);
    expect(shown(finger)).toMatchObject({ printing: 'failed', question: { step: 'over', came: false } });
    expect(secondsLeft(finger.state, finger.now)).toBe(90);
  });

  it('that brings no new paper is for staff to see to', () => {
    expect(shown(asked().does(says(false), hubSays(null))).question).toEqual({ step: 'over', came: false });
  });

  it('that does not reach the hub names staff, and is sent again with the same key', () => {
    const finger = asked().does(says(false));
    expect(isAsking(shown(finger))).toBe(true);
    finger.does(unreachable);
    expect(isAsking(shown(finger))).toBe(false);
    finger.waits(times.retry);
    expect(shown(finger).question).toMatchObject({ requestKey: 'a1', attempt: 2, retryAt: null });
    finger.does(unreachable).waits(times.retry).does(hubSays('job2'));
    expect(shown(finger)).toMatchObject({ printing: 'under way', again: true });
  });

  it('that never reaches the hub does not keep the screen', () => {
    const finger = asked().does(says(true));
    for (let second = 0; second < 95; second += 1) finger.waits(500).after(500, unreachable);
    expect(finger.screen).toBe('attract');
  });

  it('of somebody else is not heard', () => {
    const finger = asked().does(says(true), hubSays('job2', 'another'));
    expect(shown(finger).question?.step).toBe('answering');
  });
});

describe('whatever happens', () => {
  const snapshot = fc.record({
    state: fc.constantFrom(...printJobStates),
    printer: fc.constantFrom(...printerConditions),
    asks: fc.boolean(),
    tear: fc.boolean(),
    elsewhere: fc.constantFrom(null, 'Anjungan 2'),
  });
  const key = fc.constantFrom('a1', 'a2');
  const happening: fc.Arbitrary<FlowEvent> = fc.oneof(
    fc.record({ type: fc.constant('printing'), jobId: fc.constantFrom('job1', 'job2'), print: snapshot }),
    fc.record({ type: fc.constant('printing'), jobId: fc.constant('job1'), print: fc.constant(doubtful) }),
    fc.record({ type: fc.constant('answer'), came: fc.boolean(), requestKey: key }),
    fc.record({ type: fc.constant('slipAnswered'), requestKey: key, printJobId: fc.constantFrom(null, 'job2') }),
    fc.record({ type: fc.constantFrom('slipRefused', 'slipUnreachable'), requestKey: key }),
    fc.record({ type: fc.constantFrom('tick', 'touch') }),
  );
  const lives = fc.array(fc.tuple(fc.integer({ min: 0, max: 30_000 }), happening), { maxLength: 40 });

  it('the screen does not go before its question, and an answer keeps its key until it is over', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const finger = withTicket();
        for (const [ms, event] of life) {
          const before = finger.state.screen;
          finger.waits(ms).after(0, event);
          const { screen } = finger.state;
          if (screen.name !== 'ticket') return;
          const left = questionSeconds(finger.state, finger.now);
          if (left !== null) expect(secondsLeft(finger.state, finger.now)).toBeGreaterThan(left);
          if (left !== null) expect(screen.printing).toBe('failed');
          if (before.name === 'ticket' && before.question?.step === 'answering') {
            const { question } = screen;
            if (question?.step === 'answering') {
              expect(question).toMatchObject({ requestKey: before.question.requestKey, came: before.question.came });
            }
          }
        }
      }),
    );
  });

  it('every screen goes by itself when nobody is there any more', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const finger = withTicket();
        for (const [ms, event] of life) finger.waits(ms).after(0, event);
        expect(finger.waits(200_000).screen).toBe('attract');
        expect(finger.does(start).screen).toBe('services');
      }),
    );
  });
});

describe('what Bacakan says of the paper', () => {
  const ofScreen = (finger: Finger, outlet: 'below' | 'left' = 'below') => paperClips(shown(finger), outlet);

  it('is where it is, or what to do without it', () => {
    expect(ofScreen(withTicket())).toEqual(['ticket.paper']);
    expect(ofScreen(withTicket().does(hears({ ...slip('done'), tear: true })), 'left')).toEqual([
      'ticket.paper.left',
      'ticket.tear',
    ]);
    expect(ofScreen(withTicket().does(hears({ ...slip('done'), elsewhere: 'Anjungan 2' })))).toEqual([
      'ticket.elsewhere',
    ]);
    expect(ofScreen(withTicket().does(hears(slip('printed', 'cutter_jammed'))))).toEqual(['ticket.uncut']);
    expect(ofScreen(withTicket().does(hears(slip('held'))))).toEqual(['ticket.photograph']);
    expect(ofScreen(asked().waits(20_000))).toEqual(['ticket.staff']);
    expect(ofScreen(asked().does(says(true), hubSays(null)))).toEqual(['ticket.fine']);
  });

  it('has a sentence for every clip', () => {
    fc.assert(
      fc.property(fc.constantFrom(...printJobStates), fc.constantFrom(...printerConditions), (state, printer) => {
        for (const elsewhere of [null, 'Anjungan 2']) {
          const finger = withTicket().does(hears({ ...slip(state, printer), tear: true, elsewhere }));
          for (const clip of ofScreen(finger)) expect(spoken).toHaveProperty([clip]);
        }
      }),
    );
  });
});

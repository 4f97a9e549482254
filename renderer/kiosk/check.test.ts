import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../contract/queue.ts';
import { isNumber, wholeNumber, withDigit, withLetter, withoutLast } from './check.ts';
import { reduce } from './flow.ts';
import { beginning, type FlowEvent, type FlowState, times } from './flow-state.ts';
import { standardPreferences } from './preferences.ts';

const ticket: Ticket = {
  id: 't1',
  number: 'C018',
  serviceId: 'letters',
  serviceDay: '2026-11-24',
  state: 'waiting',
  priority: null,
  takenAt: '2026-11-24T09:00:00+07:00',
  calledAt: null,
  counterId: null,
  canBeCalledBack: false,
  position: 3,
  peopleAhead: 2,
  promise: null,
  printJobId: null,
};
const start: FlowEvent = { type: 'start', features: ['queue'], only: null, byAgency: false };
const scan: FlowEvent = { type: 'scanned', wanted: { id: 't1' } };

/** What happens a second apart, from the first screen on. */
function after(events: readonly FlowEvent[], from = beginning(0)): FlowState {
  return events.reduce((state, event, index) => reduce(state, event, (index + 1) * 1_000), from);
}
/** The hub answers what is being asked. */
function answer(state: FlowState, found: Ticket | 'unknown' | 'unreachable'): FlowState {
  const wanted = state.lookup;
  if (wanted === null) throw new Error('nothing is asked');
  const event: FlowEvent =
    typeof found === 'string' ? { type: 'notFound', wanted, problem: found } : { type: 'found', wanted, ticket: found };
  return reduce(state, event, 60_000);
}

describe('a slip under the scanner', () => {
  it('is shown from the first screen without a touch, and Back leads there again', () => {
    const asked = after([scan]);
    expect(asked.screen.name).toBe('attract');
    expect(asked.lookup).toEqual({ id: 't1' });
    const shown = answer(asked, ticket);
    expect(shown.screen).toEqual({ name: 'checked', ticket });
    expect(reduce(shown, { type: 'back' }, 70_000).screen.name).toBe('attract');
  });

  it('is looked up at once even if the picture has just changed', () => {
    const state = reduce(after([start]), scan, 1_000 + times.settle / 2);
    expect(state.lookup).toEqual({ id: 't1' });
  });

  it('does not disturb somebody who is taking a number', () => {
    const state = after([start, { type: 'service', choice: { serviceId: 'letters', closure: null } }, scan]);
    expect(state.screen.name).toBe('priority');
    expect(state.lookup).toBeNull();
  });

  it('does not pull somebody back who has begun something else meanwhile', () => {
    const asked = after([start, scan, { type: 'service', choice: { serviceId: 'letters', closure: null } }]);
    expect(answer(asked, ticket).screen.name).toBe('priority');
  });

  it('takes the place of the one before, whose answer comes too late', () => {
    const first = after([scan]);
    const second = reduce(first, { type: 'scanned', wanted: { id: 't2' } }, 5_000);
    const late = reduce(second, { type: 'found', wanted: first.lookup ?? { id: '' }, ticket }, 6_000);
    expect(late.screen.name).toBe('attract');
    expect(answer(late, { ...ticket, id: 't2' }).screen).toMatchObject({ ticket: { id: 't2' } });
  });

  it('that is none of ours asks for the number', () => {
    expect(after([{ type: 'scanned', wanted: null }]).screen).toEqual({ name: 'check', typed: '', problem: 'foreign' });
  });
});

describe('paper that was printed before, under the scanner', () => {
  const spare: FlowEvent = { type: 'scanned', wanted: { number: 'X017' } };

  it('is asked for by the number that its bars say', () => {
    const called = { ...ticket, number: 'X017', state: 'called' } as const;
    expect(answer(after([spare]), called).screen).toEqual({ name: 'checked', ticket: called });
  });

  it('is named while the hub does not know it, whatever somebody typed before', () => {
    const named = { name: 'check', typed: 'X017', problem: 'unknown' };
    expect(answer(after([spare]), 'unknown').screen).toEqual(named);
    const typed = after([{ type: 'check' }, { type: 'type', typed: 'C18' }, spare]);
    expect(answer(typed, 'unknown').screen).toEqual(named);
  });
});

describe('a number that is typed', () => {
  const typing: FlowEvent[] = [{ type: 'check' }, { type: 'type', typed: 'C18' }];

  it('is asked for as it stands on the paper', () => {
    expect(after([...typing, { type: 'look' }]).lookup).toEqual({ number: 'C018' });
  });

  it('is asked for once by two taps', () => {
    const once = after([...typing, { type: 'look' }]);
    expect(reduce(once, { type: 'look' }, 9_000).lookup).toBe(once.lookup);
  });

  it('stays on the screen when nobody knows it, until it is put right', () => {
    const unknown = answer(after([...typing, { type: 'look' }]), 'unknown');
    expect(unknown.screen).toEqual({ name: 'check', typed: 'C18', problem: 'unknown' });
    expect(reduce(unknown, { type: 'type', typed: 'C1' }, 70_000).screen).toMatchObject({ problem: null });
  });

  it('can be tried again when the hub did not answer', () => {
    const lost = answer(after([...typing, { type: 'look' }]), 'unreachable');
    expect(lost.screen).toMatchObject({ problem: 'unreachable' });
    expect(reduce(lost, { type: 'look' }, 70_000).lookup).toEqual({ number: 'C018' });
  });

  it('is gone with the person', () => {
    expect(after([...typing, { type: 'look' }, { type: 'end' }])).toMatchObject({
      screen: { name: 'attract' },
      lookup: null,
    });
  });

  it('is a letter and digits, put right by another letter', () => {
    expect(withLetter('A018', 'C')).toBe('C018');
    expect(withLetter('018', 'AB')).toBe('AB018');
    expect(withDigit('C1234', '5')).toBe('C1234');
    expect(withoutLast('AB')).toBe('');
    expect(withoutLast('AB1')).toBe('AB');
    expect(wholeNumber('AB7')).toBe('AB007');
    expect([isNumber('C'), isNumber('18'), isNumber('C1')]).toEqual([false, false, true]);
  });
});

describe('a ticket on the screen', () => {
  const shown = answer(after([scan]), ticket);

  it('changes while it is looked at, and no other ticket does that', () => {
    const called = { ...ticket, state: 'called', counterId: '3' } as const;
    expect(reduce(shown, { type: 'followed', ticket: called }, 61_000).screen).toEqual({
      name: 'checked',
      ticket: called,
    });
    expect(reduce(shown, { type: 'followed', ticket: { ...called, id: 't9' } }, 61_000)).toBe(shown);
  });

  it('goes after a minute and a warning, like every screen', () => {
    const left = reduce(shown, { type: 'tick' }, 1_000 + times.idle + times.warning);
    expect(left.screen.name).toBe('attract');
  });

  it('that is over leads to a new number, in the language that was chosen', () => {
    const english = reduce(shown, { type: 'prefer', preferences: { language: 'en' } }, 62_000);
    const next = reduce(english, start, 63_000);
    expect(next).toMatchObject({ screen: { name: 'services' }, preferences: { language: 'en' } });
    expect(reduce(next, { type: 'back' }, 64_000).screen.name).toBe('attract');
  });
});

describe("the device's own look", () => {
  const large = { ...standardPreferences, text: 125 } as const;

  it('is what the next person sees', () => {
    const state = after([{ type: 'defaults', defaults: large }]);
    expect(state.preferences).toEqual(large);
    expect(after([start, { type: 'end' }], state).preferences).toEqual(large);
  });

  it('takes nothing from somebody who has chosen another one', () => {
    const chosen = after([start, { type: 'prefer', preferences: { highContrast: true } }]);
    const state = reduce(chosen, { type: 'defaults', defaults: large }, 9_000);
    expect(state.preferences).toMatchObject({ text: 100, highContrast: true });
    expect(reduce(state, { type: 'end' }, 10_000).preferences).toEqual(large);
  });
});

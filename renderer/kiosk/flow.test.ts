import { describe, expect, it } from 'vitest';
import { ask, Finger, letters, service, start, taken, ticket, withTicket } from '../../tests/doubles/kiosk/finger.ts';
import { canEnd, canGoBack } from './flow.ts';
import { type Choice, type FlowEvent, times } from './flow-state.ts';
import { ending, nextWake, warningSeconds } from './idle.ts';
import { standardPreferences } from './preferences.ts';

const startWith = (only: Choice): FlowEvent => ({ type: 'start', features: ['queue'], only, byAgency: false });

describe('taking a number', () => {
  it('goes from the first touch to the ticket', () => {
    const finger = new Finger().does(start);
    expect(finger.state.screen).toEqual({ name: 'services', agencyId: null, page: 0 });
    finger.does(service);
    expect(finger.state.screen).toEqual({ name: 'priority', serviceId: 'letters' });
    finger.does({ type: 'priority', priority: 'elderly', requestKey: 'k1' });
    expect(finger.state.screen).toMatchObject({
      name: 'taking',
      order: { serviceId: 'letters', priority: 'elderly', requestKey: 'k1' },
    });
    finger.does(taken('k1'));
    expect(finger.state.screen).toMatchObject({ name: 'ticket', ticket, printing: 'under way' });
  });

  it('asks the office first with many services, and the feature first with several', () => {
    expect(new Finger().does({ ...start, byAgency: true } as FlowEvent).screen).toBe('agencies');
    const home = new Finger().does({ type: 'start', features: ['queue', 'letters'], only: null, byAgency: false });
    expect(home.screen).toBe('home');
    expect(home.does({ type: 'feature', id: 'queue', only: null, byAgency: false }).screen).toBe('services');
  });

  it('with one service asks for priority at the first touch', () => {
    expect(new Finger().does(startWith(letters)).screen).toBe('priority');
  });

  it('says why a closed service gives no number', () => {
    const closure = { reason: 'break', reopensAt: null, notice: null } as const;
    const finger = new Finger().does(start, { type: 'service', choice: { serviceId: 'tax', closure } });
    expect(finger.state.screen).toEqual({ name: 'closed', serviceId: 'tax', closure });
    expect(finger.does({ type: 'back' }).screen).toBe('services');
  });

  it('shows a service that closed meanwhile as closed, and goes back past the priority question', () => {
    const closure = { reason: 'quota_reached', reopensAt: null, notice: null } as const;
    const finger = new Finger().does(start, service, ask('k1'), { type: 'closed', requestKey: 'k1', closure });
    expect(finger.state.screen).toMatchObject({ name: 'closed', closure });
    expect(finger.does({ type: 'back' }).screen).toBe('services');
  });

  it('is out of order after an error nobody planned, and comes back by itself', () => {
    const finger = new Finger().does(start, service, ask('k1'), { type: 'broken', requestKey: 'k1' });
    expect(finger.screen).toBe('outOfOrder');
    expect(finger.waits(times.outOfOrder).screen).toBe('attract');
  });
});

describe('double taps', () => {
  it('does not take the second tap for an answer to the next question', () => {
    const finger = new Finger().does(start).after(1_000, service).after(120, ask('k1'));
    expect(finger.screen).toBe('priority');
    expect(finger.after(times.settle, ask('k1')).screen).toBe('taking');
  });

  it('takes one number for two taps on an answer', () => {
    const finger = new Finger().does(start, service).after(1_000, ask('k1')).after(50, ask('k2'));
    expect(finger.state.screen).toMatchObject({ name: 'taking', order: { requestKey: 'k1' }, attempt: 1 });
  });

  it('does not start again with the second tap on Selesai', () => {
    expect(withTicket().after(1_000, { type: 'end' }).after(100, start).screen).toBe('attract');
  });

  it('lets fast typing through', () => {
    const finger = new Finger().does(start, { type: 'search' });
    finger.after(10, { type: 'type', typed: 'K' }).after(10, { type: 'type', typed: 'KT' });
    expect(finger.state.screen).toEqual({ name: 'search', typed: 'KT' });
  });

  it('calls for help once', () => {
    const finger = new Finger().does({ type: 'help', requestKey: 'h1' }, { type: 'dismiss' });
    finger.does({ type: 'help', requestKey: 'h2' });
    expect(finger.state.help).toMatchObject({ requestKey: 'h1', state: 'sending' });
  });
});

describe('a hub that does not answer', () => {
  const lost = () => new Finger().does(start, service, ask('k1'), { type: 'unreachable', requestKey: 'k1' });

  it('repeats the same wish by itself and by hand', () => {
    const finger = lost();
    expect(finger.state.screen).toMatchObject({ name: 'taking', retryAt: finger.now + times.retry });
    finger.waits(times.retry);
    expect(finger.state.screen).toMatchObject({ order: { requestKey: 'k1' }, attempt: 2, retryAt: null });
    finger.does({ type: 'unreachable', requestKey: 'k1' }, { type: 'retry' });
    expect(finger.state.screen).toMatchObject({ order: { requestKey: 'k1' }, attempt: 3, retryAt: null });
    expect(finger.does(taken('k1')).screen).toBe('ticket');
  });

  it('takes an answer that comes while it waits to repeat', () => {
    expect(lost().does(taken('k1')).screen).toBe('ticket');
  });

  it('does not go back to a question whose answer may have given a number', () => {
    const finger = lost();
    expect(canGoBack(finger.state)).toBe(false);
    expect(finger.does({ type: 'back' }).screen).toBe('taking');
  });

  it('does not leave while the first answer is awaited, but may after that', () => {
    const waiting = new Finger().does(start, service, ask('k1'));
    expect(canEnd(waiting.state)).toBe(false);
    expect(waiting.does({ type: 'end' }).screen).toBe('taking');
    expect(ending(waiting.state)).toBeNull();
    expect(lost().does({ type: 'end' }).screen).toBe('attract');
  });

  it('does not hear the answer to a wish that was left', () => {
    expect(lost().does({ type: 'end' }, taken('k1')).screen).toBe('attract');
    const other = lost().does({ type: 'end' }, start, service, ask('k2'), taken('k1'));
    expect(other.screen).toBe('taking');
  });
});

describe('Kembali and Awal', () => {
  it('goes back one question and keeps what was typed', () => {
    const finger = new Finger().does(start, { type: 'search' }, { type: 'type', typed: 'KTP' }, service);
    expect(finger.screen).toBe('priority');
    expect(finger.does({ type: 'back' }).state.screen).toEqual({ name: 'search', typed: 'KTP' });
    expect(finger.does({ type: 'back' }).screen).toBe('services');
    expect(finger.does({ type: 'back' }).screen).toBe('attract');
  });

  it('keeps the page of a list', () => {
    const finger = new Finger().does(start, { type: 'page', page: 2 }, service, { type: 'back' });
    expect(finger.state.screen).toEqual({ name: 'services', agencyId: null, page: 2 });
  });

  it('closes a question over the screen first', () => {
    const finger = new Finger().does(start, { type: 'panel' }, { type: 'back' });
    expect(finger.state.dialog).toBeNull();
    expect(finger.screen).toBe('services');
  });

  it('wipes the session', () => {
    const finger = new Finger().does(
      { type: 'prefer', preferences: { text: 150, language: 'en', readAloud: true } },
      start,
      service,
      { type: 'end' },
    );
    expect(finger.state).toMatchObject({ screen: { name: 'attract' }, trail: [], preferences: standardPreferences });
  });

  it('has nothing to go back to on the ticket', () => {
    expect(canGoBack(withTicket().state)).toBe(false);
  });
});

describe('time', () => {
  it('sleeps while nobody is there', () => {
    const { state, now } = new Finger();
    expect(nextWake(state, now)).toBeNull();
  });

  it('warns after 60 s for 20 s and then starts over', () => {
    const finger = new Finger().does(start);
    finger.waits(times.idle - 1);
    expect(warningSeconds(finger.state, finger.now)).toBeNull();
    finger.waits(1);
    expect(warningSeconds(finger.state, finger.now)).toBe(20);
    finger.waits(19_000);
    expect(warningSeconds(finger.state, finger.now)).toBe(1);
    expect(finger.screen).toBe('services');
    expect(finger.waits(1_000).screen).toBe('attract');
  });

  it('goes on after one tap, as often as wanted', () => {
    const finger = new Finger().does(start, service);
    for (let times20 = 0; times20 < 20; times20 += 1) {
      finger.waits(70_000).after(0, { type: 'touch' });
      expect(warningSeconds(finger.state, finger.now)).toBeNull();
    }
    expect(finger.screen).toBe('priority');
  });

  it('does not take the tap on the warning for an answer to what is behind it', () => {
    const finger = new Finger().does(start, service).waits(65_000);
    finger.after(0, { type: 'touch' }).after(80, ask('k1'));
    expect(finger.screen).toBe('priority');
  });

  it('puts changed preferences back on the start screen, without a warning', () => {
    const finger = new Finger().does({ type: 'prefer', preferences: { language: 'en' } });
    finger.waits(times.idle - 1);
    expect(warningSeconds(finger.state, finger.now)).toBeNull();
    expect(finger.state.preferences.language).toBe('en');
    expect(finger.waits(1).state.preferences).toEqual(standardPreferences);
  });

  it('gives a call for help more time', () => {
    const finger = new Finger().does({ type: 'help', requestKey: 'h1' });
    finger.waits(times.idleWhileHelpComes - times.warning - 1);
    expect(finger.state.dialog).toEqual({ name: 'help' });
    finger.waits(times.warning + 1);
    expect(finger.state.dialog).toBeNull();
    expect(finger.state.help).not.toBeNull();
  });

  it('cleans for 60 s and does not feel a touch', () => {
    const finger = new Finger().does({ type: 'panel' }, { type: 'clean' });
    finger.does(start, { type: 'panel' }, { type: 'help', requestKey: 'h1' }, { type: 'end' });
    expect(finger.state).toMatchObject({ screen: { name: 'cleaning' }, dialog: null, help: null });
    finger.waits(55_999);
    expect(finger.screen).toBe('cleaning');
    expect(finger.waits(1).screen).toBe('attract');
  });
});

describe('numbers for others', () => {
  const end: FlowEvent = { type: 'end' };

  it('asks when the next number is wanted within 30 s', () => {
    const finger = withTicket().does(end, start, service);
    expect(finger.state.dialog).toEqual({ name: 'another', serviceId: 'letters' });
    expect(finger.does({ type: 'goOn' }).screen).toBe('priority');
    expect(finger.state.dialog).toBeNull();
  });

  it('stays where it was when the answer is no', () => {
    const finger = withTicket().does(end, start, service, { type: 'dismiss' });
    expect(finger.state).toMatchObject({ screen: { name: 'services' }, dialog: null });
  });

  it('does not ask later', () => {
    const finger = withTicket().does(end).waits(times.another).does(start, service);
    expect(finger.screen).toBe('priority');
  });

  it('offers staff at the sixth number within 2 minutes and lets the person go on', () => {
    const finger = new Finger();
    for (let nth = 1; nth <= 5; nth += 1) {
      finger.does(start, service);
      if (nth > 1) expect(finger.state.dialog?.name).toBe('another');
      finger.does({ type: 'goOn' }, ask(`k${nth}`), taken(`k${nth}`), end);
    }
    finger.does(start, service);
    expect(finger.state.dialog).toEqual({ name: 'many', serviceId: 'letters' });
    expect(finger.does({ type: 'goOn' }).screen).toBe('priority');
    const later = finger.does(end).waits(times.many).does(start, service);
    expect(later.screen).toBe('priority');
  });
});

describe('a call for help', () => {
  const call: FlowEvent = { type: 'help', requestKey: 'h1' };

  it('opens at once, is recorded when the hub says so, and outlives the session', () => {
    const finger = new Finger().does(start, call);
    expect(finger.state).toMatchObject({ dialog: { name: 'help' }, help: { state: 'sending' } });
    finger.does({ type: 'helpSent', requestKey: 'h1', id: 'call1' }, { type: 'end' });
    expect(finger.state).toMatchObject({ dialog: null, help: { state: 'sent', id: 'call1' } });
    expect(finger.does({ type: 'helpEnded' }).state.help).toBeNull();
  });

  it('may be tried again after it failed', () => {
    const finger = new Finger().does(call, { type: 'helpFailed', requestKey: 'h1' });
    expect(finger.state.help?.state).toBe('failed');
    finger.does({ type: 'help', requestKey: 'h2' });
    expect(finger.state.help).toMatchObject({ requestKey: 'h2', state: 'sending' });
  });

  it('wakes after 60 s to name the desk', () => {
    const finger = new Finger().does(call, { type: 'helpSent', requestKey: 'h1', id: 'call1' });
    const since = finger.state.help?.since ?? 0;
    expect(nextWake(finger.state, finger.now + times.settle)).toBe(since + times.helpLate);
  });
});

describe('the flow of letters inside', () => {
  const home: FlowEvent = { type: 'start', features: ['queue', 'letters'], only: null, byAgency: false };
  const open: FlowEvent = { type: 'feature', id: 'letters', only: null, byAgency: false };
  const mode = (to: 'browse' | 'form' | 'sending' | 'resending' | 'receipt'): FlowEvent => ({
    type: 'letters',
    mode: to,
  });

  it('opens from the home screen and goes back there', () => {
    const finger = new Finger().does(home, open);
    expect(finger.screen).toBe('letters');
    expect(finger.does({ type: 'back' }).screen).toBe('home');
  });

  it('gives more time while something is typed, with the same warning', () => {
    const finger = new Finger().does(home, open, mode('form'));
    expect(ending(finger.state)).toEqual({
      at: finger.state.touchedAt + times.letterForm + times.warning,
      warned: true,
    });
    expect(finger.waits(times.letterForm + times.warning).screen).toBe('attract');
  });

  it('shows the receipt for its time and no longer', () => {
    const finger = new Finger().does(home, open, mode('receipt'));
    expect(ending(finger.state)).toMatchObject({ warned: false });
    expect(finger.waits(times.letterReceipt).screen).toBe('attract');
  });

  it('neither goes back nor ends while a first answer is awaited', () => {
    const finger = new Finger().does(home, open, mode('sending'));
    expect(canGoBack(finger.state)).toBe(false);
    expect(canEnd(finger.state)).toBe(false);
    finger.does(mode('resending'));
    expect(canGoBack(finger.state)).toBe(false);
    expect(canEnd(finger.state)).toBe(true);
  });

  it('leads to a number of the queue', () => {
    expect(new Finger().does(home, open, mode('browse'), service).screen).toBe('priority');
  });
});

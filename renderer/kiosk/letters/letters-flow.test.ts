import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LetterInfo, ValueProblem } from '../../../contract/documents.ts';
import type { LetterField } from '../../../contract/letters.ts';
import { valuesToFile } from './draft.ts';
import { reduce, typedAnything } from './letters-flow.ts';
import { goesBack } from './letters-moves.ts';
import { beginning, type LettersEvent, type LettersState, letterTimes } from './letters-state.ts';

const both = (text: string) => ({ id: text, en: text });
const field = (id: string, type: LetterField['type'], change: Partial<LetterField> = {}): LetterField => ({
  id,
  type,
  ask: both(id),
  label: both(id),
  required: true,
  asked: 'kiosk',
  future: false,
  ...change,
});

const info: LetterInfo = {
  queueService: 'surat',
  assisted: true,
  definition: {
    id: 'sku',
    kind: 'letter',
    offered: 'kiosk',
    name: both('Surat keterangan usaha'),
    category: 'usaha',
    purpose: both('Untuk kredit'),
    words: [],
    units: ['desa'],
    active: true,
    sensitive: false,
    requirements: [{ id: 'ktp', name: both('KTP'), kind: 'show', rtRw: false, ikd: false, optional: false }],
    standard: {
      procedure: [both('Isi')],
      minutes: 20,
      fee: 0,
      product: both('Surat'),
      legalBasis: [],
      version: '1',
      date: '2026-08-01',
    },
    sections: [
      {
        id: 'applicant',
        title: both('Pemohon'),
        most: 1,
        fields: [
          field('nik', 'nik'),
          field('name', 'name'),
          field('birth_date', 'date'),
          field('works', 'choice', {
            options: [
              { id: 'yes', label: both('Ya') },
              { id: 'no', label: both('Tidak') },
            ],
          }),
          field('employer', 'text', { when: { field: 'applicant.works', is: ['yes'] } }),
          field('address', 'paragraph'),
          field('clerk_note', 'text', { asked: 'desk' }),
        ],
      },
      {
        id: 'business',
        title: both('Usaha'),
        most: 1,
        fields: [
          field('address', 'paragraph', { sameAs: { field: 'applicant.address', label: both('Sama') } }),
          field('capital', 'rupiah', { required: false }),
        ],
      },
      {
        id: 'partners',
        title: both('Rekan'),
        most: 3,
        when: { field: 'applicant.works', is: ['yes'] },
        fields: [field('name', 'name', { required: false })],
      },
    ],
    signing: { level: 'head', knownBy: null, knownByAlways: true, mandate: true },
    numbering: { classCode: '500', register: 'surat_keterangan' },
    validityDays: 30,
    papers: [{ id: 'main', title: 'SURAT', to: [], body: [{ text: 'x', align: 'justify' }], cosigners: [] }],
  },
};

const today = '2026-11-24';
const requestKey = '0198e2f0-7a31-7c55-9f0e-2f6d1b0c4a40';
const filed = {
  requestId: requestKey,
  tracking: '7K2M-9QXD',
  ticket: { id: requestKey, number: 'C018', peopleAhead: 3 },
  closed: null,
  promisedAt: null,
  printJobId: requestKey,
};

/** Each event a second after the one before it. */
function after(events: readonly LettersEvent[], from: LettersState = beginning(0)): LettersState {
  return events.reduce((state, event) => reduce(state, event, state.changedAt + 1_000), from);
}

const type = (typed: string): LettersEvent => ({ type: 'type', typed });
const next: LettersEvent = { type: 'next', today };
const opening: LettersEvent[] = [
  { type: 'open', id: 'sku' },
  { type: 'opened', id: 'sku', info },
  { type: 'apply', whom: 'self' },
];
const filling: LettersEvent[] = [
  ...opening,
  type('3510050508900001'),
  next,
  type('Siti Aminah'),
  next,
  type('05081990'),
  next,
  { type: 'choose', value: 'no', today },
  type('Dusun Krajan'),
  next,
  { type: 'same', today },
  { type: 'skip' },
];
const reviewing: LettersEvent[] = [
  ...filling,
  { type: 'bring', all: false },
  { type: 'goOn' },
  type('081234567890'),
  next,
  { type: 'priority', priority: null },
];
const sending: LettersEvent[] = [...reviewing, { type: 'send', requestKey }];

describe('A resident who asks for a letter', () => {
  it('is asked one question after another, then what is brought, the phone, and sees all of it', () => {
    const state = after(reviewing);
    expect(state.screen.name).toBe('review');
    expect(valuesToFile(state.draft as NonNullable<typeof state.draft>)).toEqual({
      'applicant.nik': '3510050508900001',
      'applicant.name': 'Siti Aminah',
      'applicant.birth_date': '1990-08-05',
      'applicant.works': 'no',
      'applicant.address': 'Dusun Krajan',
      'business.address': 'Dusun Krajan',
    });
    expect(state.draft?.phone).toBe('+6281234567890');
  });

  it('hears what is wrong with an answer and stays at its question', () => {
    const state = after([...opening, type('3510'), next]);
    expect(state.screen).toMatchObject({ name: 'question', place: 'applicant.nik', problem: 'nik_length' });
    expect(after([type('35100')], state).screen).toMatchObject({ problem: null });
  });

  it('changes one answer from the review and comes back to it', () => {
    const changed = after([...reviewing, { type: 'edit', place: 'applicant.name' }, type('Siti'), next]);
    expect(changed.screen.name).toBe('review');
    expect(changed.draft?.values['applicant.name']).toBe('Siti');
  });

  it('is asked what a changed answer has opened, before it is sent', () => {
    const changed = after([
      ...reviewing,
      { type: 'edit', place: 'applicant.works' },
      { type: 'choose', value: 'yes', today },
    ]);
    expect(changed.screen).toMatchObject({ name: 'question', place: 'applicant.employer', edit: true });
    expect(after([type('Pabrik ikan'), next], changed).screen.name).toBe('review');
  });

  it('is told what is still to bring, and goes on', () => {
    const state = after([...filling, { type: 'bring', all: false }]);
    expect(state.screen.name).toBe('missing');
    expect(after([{ type: 'goOn' }], state).screen.name).toBe('phone');
  });

  it('is asked for no phone while everything is there and the letter is done while one waits', () => {
    const state = after([...filling, { type: 'bring', all: true }]);
    expect(state.screen.name).toBe('priority');
    const review = after([{ type: 'priority', priority: null }], state);
    const called = after([{ type: 'edit', place: 'phone' }, type('081234567890'), next], review);
    expect(called).toMatchObject({ screen: { name: 'review' }, draft: { phone: '+6281234567890' } });
  });

  it('fills the NIK by the scanner, and nothing else', () => {
    const digits = '3510050508900001';
    expect(after([...opening, { type: 'scannedDigits', digits }]).draft?.typed['applicant.nik']).toBe(digits);
    const atName = [...opening, type(digits), next];
    expect(after([...atName, { type: 'scannedDigits', digits }]).draft?.typed['applicant.name']).toBeUndefined();
  });

  it('does not press twice by a second tap on the same place', () => {
    const state = after([...opening, type('3510050508900001'), next, type('Siti'), next, type('05081990'), next]);
    const once = reduce(state, { type: 'choose', value: 'yes', today }, state.changedAt + 1_000);
    const twice = reduce(once, { type: 'choose', value: 'no', today }, once.changedAt + letterTimes.settle - 1);
    expect(twice).toBe(once);
  });
});

describe('A request on its way', () => {
  it('is sent again with the same key while the hub is out of reach', () => {
    const lost = after([...sending, { type: 'unreachable', requestKey }]);
    expect(lost.screen).toMatchObject({
      name: 'sending',
      attempt: 1,
      retryAt: lost.changedAt + 1_000 + letterTimes.retry,
    });
    const again = reduce(lost, { type: 'tick' }, lost.changedAt + 60_000);
    expect(again.screen).toMatchObject({ name: 'sending', requestKey, attempt: 2, retryAt: null });
  });

  it('cannot be gone back from, since it may have arrived', () => {
    const state = after(sending);
    expect(after([{ type: 'back' }], state).screen).toEqual(state.screen);
  });

  it('leads to the answer that the hub finds wrong, and back to the review', () => {
    const wrong: { field: string; problem: ValueProblem }[] = [{ field: 'applicant.birth_date', problem: 'in_future' }];
    const state = after([...sending, { type: 'wrong', requestKey, wrong }]);
    expect(state.screen).toMatchObject({ name: 'question', place: 'applicant.birth_date', problem: 'in_future' });
    expect(after([type('05081991'), next], state).screen.name).toBe('review');
  });

  it('leaves nothing personal behind once it is filed', () => {
    const state = after([...sending, { type: 'filed', requestKey, filed }]);
    expect(state.screen.name).toBe('receipt');
    expect(JSON.stringify(state)).not.toMatch(/Siti|35100|Krajan|8123/);
  });

  it('leaves nothing personal behind when it cannot be filed here', () => {
    const wrong: { field: string; problem: ValueProblem }[] = [{ field: 'no.such_field', problem: 'unknown_field' }];
    for (const refused of [
      { type: 'broken', requestKey },
      { type: 'wrong', requestKey, wrong },
    ] as const) {
      const state = after([...sending, refused]);
      expect(state.screen).toEqual({ name: 'broken' });
      expect(JSON.stringify(state)).not.toMatch(/Siti|35100|Krajan|8123/);
    }
  });

  it('does not mind the answer to another one', () => {
    const state = after(sending);
    expect(after([{ type: 'filed', requestKey: 'other', filed }], state)).toBe(state);
  });
});

describe('Leaving', () => {
  it('asks before what was typed is gone', () => {
    const state = after([...opening, type('3510'), { type: 'leave' }]);
    expect(state.leaving).toBe(true);
    expect(after([{ type: 'stay' }], state)).toMatchObject({ leaving: false, screen: { name: 'question' } });
    expect(JSON.stringify(after([{ type: 'discard' }], state))).not.toContain('3510');
  });

  it('does not ask while there is nothing to lose', () => {
    expect(after([{ type: 'leave' }]).leaving).toBe(false);
  });
});

describe('Tracking a letter', () => {
  const request = {
    state: 'submitted' as const,
    since: '2026-11-24T08:50:00+07:00',
    promisedAt: null,
    message: null,
    cancellable: true,
  };
  const tracking: LettersEvent[] = [{ type: 'track' }, type('7K2M9QXD'), { type: 'look' }];

  it('shows where the request stands', () => {
    const state = after([...tracking, { type: 'tracked', code: '7K2M9QXD', request }]);
    expect(state.screen).toMatchObject({ name: 'tracked', request });
    expect(after([{ type: 'back' }], state).screen).toMatchObject({ name: 'track', typed: '7K2M9QXD' });
  });

  it('keeps a code that nobody knows, to be put right', () => {
    const state = after([...tracking, { type: 'trackFailed', code: '7K2M9QXD', problem: 'unknown' }]);
    expect(state.screen).toMatchObject({ name: 'track', typed: '7K2M9QXD', looking: false, problem: 'unknown' });
  });

  it('takes the scanned code of the paper at once', () => {
    expect(after([{ type: 'scannedCode', code: '7K2M9QXD' }]).screen).toMatchObject({ name: 'track', looking: true });
  });

  it('takes a request back with four digits of the phone', () => {
    const state = after([
      ...tracking,
      { type: 'tracked', code: '7K2M9QXD', request },
      { type: 'withdraw' },
      type('7890'),
      { type: 'takeBack', requestKey },
      { type: 'takenBack', requestKey, request: { ...request, state: 'cancelled', cancellable: false } },
    ]);
    expect(state.screen).toMatchObject({ name: 'tracked', request: { state: 'cancelled' } });
  });
});

describe('Checking whether a letter is true', () => {
  const token = 'eyJhbGciOiJFZERTQSJ9.eyJ2IjoxLCJuIjoi.c2lnbmF0dXJlLi4u';
  const said = {
    result: 'issued' as const,
    number: '500/017/2026',
    kind: 'Surat keterangan usaha',
    date: '2026-11-12',
    name: 'S*** A******',
    issuer: 'Desa Tambakrejo',
    now: 'issued' as const,
    listDate: null,
  };
  const scanned: LettersEvent = { type: 'scannedToken', token };

  it('waits for the scanner, asks the hub and says what the register says', () => {
    const asking = after([{ type: 'verify' }, scanned]);
    expect(asking.screen).toEqual({ name: 'verify', token, problem: null });
    const state = after([{ type: 'verified', token, said }], asking);
    expect(state.screen).toEqual({ name: 'verified', said });
    expect(after([{ type: 'verify' }], state).screen).toEqual({ name: 'verify', token: null, problem: null });
    expect(after([{ type: 'back' }], state).screen.name).toBe('list');
  });

  it('takes a letter at once that is held to the scanner at the list, or after another one', () => {
    expect(after([scanned]).screen).toMatchObject({ name: 'verify', token });
    expect(after([scanned, { type: 'verified', token, said }, scanned]).screen).toMatchObject({
      name: 'verify',
      token,
    });
  });

  it.each<LettersEvent>([
    { type: 'scannedOther' },
    { type: 'scannedDigits', digits: '3510050508900001' },
    { type: 'scannedCode', code: '7K2M9QXD' },
  ])('knows without the hub that another code is none of a letter: $type', (event) => {
    expect(after([{ type: 'verify' }, event]).screen).toEqual({ name: 'verified', said: { result: 'false' } });
  });

  it('says that the desk helps after too many tries, and takes no answer to another question', () => {
    const often = after([{ type: 'verify' }, scanned, { type: 'verifyFailed', token, problem: 'often' }]);
    expect(often.screen).toEqual({ name: 'verify', token: null, problem: 'often' });
    expect(after([{ type: 'verified', token, said }], often)).toBe(often);
  });

  it('disturbs nobody who fills in a letter', () => {
    const state = after(opening);
    expect(after([scanned, { type: 'scannedOther' }], state)).toEqual(state);
  });
});

describe('Whatever is touched, in whatever order', () => {
  const text = fc.constantFrom('3510050508900001', 'Siti', '05081990', '081234567890', '7K2M9QXD', '7890', '');
  const event: fc.Arbitrary<LettersEvent> = fc.oneof(
    fc.constantFrom<LettersEvent>(
      ...filling,
      { type: 'bring', all: true },
      { type: 'bring', all: false },
      { type: 'goOn' },
      { type: 'priority', priority: null },
      { type: 'send', requestKey },
      { type: 'unreachable', requestKey },
      { type: 'filed', requestKey, filed },
      { type: 'wrong', requestKey, wrong: [{ field: 'applicant.name', problem: 'missing' }] },
      { type: 'broken', requestKey },
      { type: 'retry' },
      { type: 'track' },
      { type: 'search' },
      { type: 'view', view: 'categories' },
      { type: 'other' },
      { type: 'edit', place: 'applicant.name' },
      { type: 'edit', place: 'applicant.nik' },
      { type: 'known', known: true },
      { type: 'by', by: 'name' },
      { type: 'match' },
      { type: 'matched', match: null },
      { type: 'matched', match: { id: requestKey, stored: ['applicant.name', 'applicant.address'] } },
      { type: 'matchFailed', problem: 'often' },
      { type: 'matchFailed', problem: 'unreachable' },
      { type: 'matchOver', requestKey },
      { type: 'skip' },
      { type: 'more', another: true },
      { type: 'more', another: false },
      { type: 'remove', instance: 'partners_2' },
      { type: 'add', section: 'partners' },
      { type: 'verify' },
      { type: 'scannedOther' },
      { type: 'leave' },
      { type: 'stay' },
      { type: 'back' },
    ),
    text.map(type),
  );
  const events = fc.array(event, { maxLength: 60 });
  /** Some sequences begin far inside. */
  const beginnings = fc.constantFrom<LettersEvent[]>([], opening, filling, reviewing, sending);

  it('loses no typed answer by Back', () => {
    fc.assert(
      fc.property(beginnings, events, (first, then) => {
        const state = after([...first, ...then]);
        const went = after([{ type: 'back' }], state);
        expect(went.draft).toEqual(state.draft);
      }),
    );
  });

  it('always has a way home, by Back alone', () => {
    fc.assert(
      fc.property(beginnings, events, (first, then) => {
        let state = after([...first, ...then]);
        // An answer that is awaited comes, or is asked for again.
        if (state.screen.name === 'sending')
          state = after([{ type: 'broken', requestKey: state.screen.requestKey }], state);
        for (let step = 0; step < 200 && goesBack(state); step += 1) state = after([{ type: 'back' }], state);
        expect(goesBack(state)).toBe(false);
      }),
    );
  });

  it('keeps nothing personal after the end', () => {
    fc.assert(
      fc.property(beginnings, events, (first, then) => {
        const state = after([...first, ...then, { type: 'discard' }]);
        expect(state).toEqual(beginning(state.changedAt + letterTimes.settle, state.known));
        expect(typedAnything(state)).toBe(false);
      }),
    );
  });
});

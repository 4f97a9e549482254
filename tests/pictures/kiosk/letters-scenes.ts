import type { LoungeSnapshot } from '../../../contract/lounge.ts';
import { type LetterWords, letterCatalogues } from '../../../renderer/i18n/letters.ts';
import type { Hand, Picture } from '../gallery.ts';
import { scan } from '../touch.ts';
import { house } from './data.ts';
import { filed, match, tracked, verified } from './letters-data.ts';
import type { Scene } from './stand-in.ts';

/** The flow "Surat", screen by screen. */

export const village: LoungeSnapshot = {
  ...house,
  name: { id: 'Kantor Desa Tambakrejo', en: 'Tambakrejo Village Office' },
  place: { id: 'Kecamatan Muncar', en: 'Muncar District' },
  unitType: 'desa',
};

type Step = (hand: Hand, words: LetterWords) => Promise<void>;

const key = (hand: Hand, name: string) => hand.touch(hand.page.getByRole('button', { name, exact: true }));
const type = (hand: Hand, text: string) =>
  hand.touchKeys([...text].map((sign) => (sign === ' ' ? wordsOf(hand).form.space : sign)));
const wordsOf = (hand: Hand): LetterWords => letterCatalogues[hand.words.bar.otherLanguage === 'English' ? 'id' : 'en'];

const toList: Step = async (hand) => {
  await hand.tap(hand.words.attract.touch);
  await hand.touch(hand.page.getByRole('button', { name: hand.words.features.letters.title }).first());
  await hand.page.locator('[data-hands] li button').first().waitFor();
  await hand.step(400);
};
const toLetter =
  (nth: number): Step =>
  async (hand, words) => {
    await toList(hand, words);
    await hand.choose(nth);
    await hand.page.getByRole('button', { name: words.standard.more }).waitFor();
    await hand.step(400);
  };
const toSearched =
  (typed: string): Step =>
  async (hand, words) => {
    await toList(hand, words);
    await hand.tap(words.list.search);
    await type(hand, typed);
    await hand.choose(0);
    await hand.page.getByRole('button', { name: words.standard.more }).waitFor();
    await hand.step(400);
  };
const toNik: Step = async (hand, words) => {
  await toLetter(0)(hand, words);
  await hand.tap(words.forWhom.self);
};
const next = (hand: Hand, words: LetterWords) => hand.tap(words.form.next);

/** The answers of the letter about a business, in the order it asks. */
const answers: Step[] = [
  async (hand, words) => {
    await type(hand, '3510050508900001');
    await next(hand, words);
  },
  async (hand, words) => {
    await type(hand, 'SITI AMINAH');
    await next(hand, words);
  },
  async (hand, words) => {
    await type(hand, 'BANYUWANGI');
    await next(hand, words);
  },
  async (hand, words) => {
    await type(hand, '05081990');
    await next(hand, words);
  },
  (hand) => hand.choose(0),
  async (hand, words) => {
    await type(hand, 'DUSUN KRAJAN RT');
    await next(hand, words);
  },
  (hand, words) => hand.tap(words.form.skip),
  (hand) => hand.choose(0),
  (hand) => hand.choose(0),
  async (hand, words) => {
    await type(hand, '2018');
    await next(hand, words);
  },
  async (hand, words) => {
    await type(hand, '1500000');
    await next(hand, words);
  },
  (hand, words) => hand.tap(words.form.skip),
  async (hand, words) => {
    await type(hand, '3');
    await next(hand, words);
  },
];

/** To the nth question, with something typed in it. */
const toQuestion =
  (nth: number, typed = ''): Step =>
  async (hand, words) => {
    await toNik(hand, words);
    for (const answer of answers.slice(0, nth)) await answer(hand, words);
    await type(hand, typed);
  };
const toBring = toQuestion(answers.length);
const toMissing: Step = async (hand, words) => {
  await toBring(hand, words);
  await hand.choose(1);
};
const toPhone: Step = async (hand, words) => {
  await toMissing(hand, words);
  await hand.tap(words.bring.goOn);
};
const toPriority: Step = async (hand, words) => {
  await toBring(hand, words);
  await hand.choose(0);
};
const toReview: Step = async (hand, words) => {
  await toPriority(hand, words);
  await hand.tap(hand.words.priority.none);
};
const toSent: Step = async (hand, words) => {
  await toReview(hand, words);
  await hand.tap(words.review.send);
};
const toTrack: Step = async (hand, words) => {
  await toList(hand, words);
  await hand.tap(words.list.track);
};
const toTracked: Step = async (hand, words) => {
  await toTrack(hand, words);
  await type(hand, '7K2M9QXD');
  await hand.tap(words.track.look);
};

const known: Partial<Scene> = { residents: { match } };
const toIdentify = toQuestion(1);
const toMatched: Step = async (hand, words) => {
  await toIdentify(hand, words);
  await type(hand, '3510050101100002');
  await hand.tap(words.identify.match);
};
const toStored: Step = async (hand, words) => {
  await toMatched(hand, words);
  await hand.tap(words.form.skip);
  await hand.choose(0);
  await hand.choose(0);
  for (const answer of answers.slice(9)) await answer(hand, words);
  await hand.choose(0);
  await hand.tap(hand.words.priority.none);
};
const toAnother: Step = async (hand, words) => {
  await toSearched('LOSS')(hand, words);
  await hand.tap(words.forWhom.self);
  await hand.choose(0);
};
const toSeveral: Step = async (hand, words) => {
  await toAnother(hand, words);
  await hand.choose(0);
  await hand.choose(1);
  await hand.choose(1);
  await hand.choose(0);
  await hand.tap(hand.words.priority.none);
};
const toVerify: Step = async (hand, words) => {
  await toList(hand, words);
  await hand.tap(words.list.verify);
};
const toVerified: Step = async (hand, words) => {
  await toVerify(hand, words);
  await scan(hand.page, `${'aZ0-_9'.repeat(5)}.${'Qr_-7x'.repeat(5)}.${'kK86_-'.repeat(5)}`);
};

const steps: Record<string, Step> = {
  list: toList,
  categories: async (hand, words) => {
    await toList(hand, words);
    await hand.tap(words.list.all);
  },
  search: async (hand, words) => {
    await toList(hand, words);
    await hand.tap(words.list.search);
    await type(hand, 'SUR');
  },
  standard: toLetter(0),
  procedure: async (hand, words) => {
    await toLetter(0)(hand, words);
    await hand.tap(words.standard.more);
  },
  desk: toSearched('AHLI'),
  redirect: toSearched('BIRTH'),
  nik: toQuestion(0, '351005050890'),
  'nik-wrong': async (hand, words) => {
    await toQuestion(0, '3510050508')(hand, words);
    await next(hand, words);
  },
  name: toQuestion(1, 'SITI AMINAH'),
  typewriter: async (hand, words) => {
    await toQuestion(1, 'SITI')(hand, words);
    await key(hand, words.form.qwerty);
  },
  signs: async (hand, words) => {
    await toQuestion(5, 'DUSUN KRAJAN ')(hand, words);
    await key(hand, words.form.digits);
    await type(hand, '12/3');
  },
  date: toQuestion(3, '0508'),
  choice: toQuestion(4),
  paragraph: toQuestion(5, 'DUSUN KRAJAN RT TIGA RW SATU DEKAT MASJID BESAR MUNCAR'),
  optional: toQuestion(6, 'WARUNG BU SITI'),
  same: toQuestion(8),
  year: toQuestion(9, '20'),
  rupiah: toQuestion(10, '1500000'),
  time: toQuestion(11, '06'),
  number: toQuestion(12, '3'),
  bring: toBring,
  missing: toMissing,
  phone: async (hand, words) => {
    await toPhone(hand, words);
    await type(hand, '08123456');
  },
  priority: toPriority,
  review: toReview,
  receipt: toSent,
  leaving: async (hand, words) => {
    await toQuestion(1, 'SITI')(hand, words);
    await hand.tap(hand.words.bar.start);
  },
  track: async (hand, words) => {
    await toTrack(hand, words);
    await type(hand, '7K2M9');
  },
  tracked: toTracked,
  withdraw: async (hand, words) => {
    await toTracked(hand, words);
    await hand.tap(words.track.withdraw);
    await type(hand, '12');
  },
};

const looks: Record<string, Partial<Scene['preferences']>> = {
  '': {},
  '-150': { text: 150 },
  '-125': { text: 125 },
  '-contrast': { highContrast: true },
};
const pictured = (name: string, step: Step, scene: Partial<Scene> = {}): Picture<Scene> => ({
  name: `letters-${name}`,
  scene: { lounge: village, ...scene },
  steps: (hand) => step(hand, wordsOf(hand)),
});
const inLooks = ['standard', 'desk', 'nik', 'name', 'date', 'choice', 'bring', 'review', 'receipt', 'track', 'list'];

/** Those with a name in `rest` are for eyes; a machine sees the same in the others. */
const newer: Picture<Scene>[] = [
  pictured('identify', toIdentify, known),
  pictured('review-stored', toStored, known),
  pictured('verified', toVerified),
  ...(['-150', '-contrast'] as const).flatMap((look) => [
    pictured(`rest-identify${look}`, toIdentify, { ...known, preferences: looks[look] ?? {} }),
    pictured(`rest-verified${look}`, toVerified, { preferences: looks[look] ?? {} }),
    pictured(`rest-review-stored${look}`, toStored, { ...known, preferences: looks[look] ?? {} }),
  ]),
  pictured(
    'rest-identify-name',
    async (hand, words) => {
      await toIdentify(hand, words);
      await hand.tap(words.identify.change.name);
      await type(hand, 'SITI AMINAH');
    },
    known,
  ),
  {
    ...pictured(
      'rest-identify-name-lowered',
      async (hand, words) => {
        await toIdentify(hand, words);
        await hand.tap(words.identify.change.name);
      },
      { ...known, preferences: { lowered: true } },
    ),
    upright: true,
  },
  { ...pictured('rest-identify-lowered', toIdentify, { ...known, preferences: { lowered: true } }), upright: true },
  pictured('rest-identify-no-match', toMatched, { residents: { match: null } }),
  pictured('rest-identify-often', toMatched, { residents: { code: 'TOO_MANY_TRIES' } }),
  pictured('rest-identify-unreachable', toMatched, { residents: { code: 'UNREACHABLE' } }),
  pictured('rest-identify-found', toMatched, known),
  pictured(
    'rest-same-stored',
    async (hand, words) => {
      await toMatched(hand, words);
      await hand.tap(words.form.skip);
      await hand.choose(0);
    },
    known,
  ),
  pictured('rest-another', toAnother),
  pictured('rest-review-several', toSeveral),
  pictured('rest-review-removing', async (hand, words) => {
    await toSeveral(hand, words);
    await hand.tap(words.review.remove(words === letterCatalogues.id ? 'Barang yang hilang' : 'Lost items', 2));
  }),
  pictured('rest-verify', toVerify),
  pictured('rest-verify-often', toVerified, { verified: { code: 'TOO_MANY_TRIES' } }),
  ...(['void', 'expired'] as const).map((now) =>
    pictured(`rest-verified-${now}`, toVerified, { verified: { ...verified, now } }),
  ),
  pictured('rest-verified-elsewhere', toVerified, {
    verified: { ...verified, issuer: 'Desa Kedungrejo, Kecamatan Muncar', now: null, listDate: '2026-11-20' },
  }),
  pictured('rest-verified-unknown', toVerified, { verified: { result: 'unknown_issuer' } }),
  pictured('rest-verified-false', toVerified, { verified: { result: 'false' } }),
];

export const letterPictures: Picture<Scene>[] = [
  ...newer,
  ...Object.entries(steps).flatMap(([name, step]) =>
    Object.entries(looks)
      .filter(([look]) => look === '' || inLooks.includes(name))
      .map(([look, preferences]) => pictured(name + look, step, { preferences })),
  ),
  ...['list', 'standard', 'nik', 'name', 'date', 'choice', 'review', 'track', 'receipt'].flatMap((name) =>
    [100, 150].map((text) => ({
      ...pictured(`${name}-lowered${text === 150 ? '-150' : ''}`, steps[name] ?? toList, {
        preferences: { lowered: true, text: text === 150 ? 150 : 100 },
      }),
      upright: true,
    })),
  ),
  pictured('receipt-no-number', toSent, {
    filed: { ...filed, ticket: null, promisedAt: null, closed: 'after_closing' },
  }),
  pictured('sending', toSent, { filed: { code: 'silence' } }),
  pictured('unreachable', toSent, { filed: { code: 'UNREACHABLE' } }),
  pictured('broken', toSent, { filed: { code: 'STORE_FULL' } }),
  pictured('answer-wrong', toSent, {
    filed: { code: 'VALUES_WRONG', data: { wrong: [{ field: 'applicant.birth_date', problem: 'in_future' }] } },
  }),
  pictured('track-unknown', toTracked, { tracked: null }),
  ...(['incomplete', 'ready', 'cancelled'] as const).map((state) =>
    pictured(`tracked-${state}`, toTracked, {
      tracked: {
        ...tracked,
        state,
        cancellable: false,
        message: state === 'incomplete' ? 'Surat pengantar RT/RW belum ditandatangani' : null,
      },
    }),
  ),
];

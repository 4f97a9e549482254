import type { LoungeSnapshot } from '../../../contract/lounge.ts';
import { type LetterWords, letterCatalogues } from '../../../renderer/i18n/letters.ts';
import type { Hand, Picture } from '../gallery.ts';
import { house } from './data.ts';
import { filed, tracked } from './letters-data.ts';
import type { Scene } from './stand-in.ts';

/** The flow "Surat", screen by screen. */

export const village: LoungeSnapshot = {
  ...house,
  name: { id: 'Kantor Desa Tambakrejo', en: 'Tambakrejo Village Office' },
  place: { id: 'Kecamatan Muncar', en: 'Muncar District' },
  unitType: 'desa',
};

type Step = (hand: Hand, words: LetterWords) => Promise<void>;

const key = (hand: Hand, name: string) => hand.page.getByRole('button', { name, exact: true }).click();
const type = async (hand: Hand, text: string) => {
  for (const sign of text) await key(hand, sign === ' ' ? wordsOf(hand).form.space : sign);
};
const wordsOf = (hand: Hand): LetterWords => letterCatalogues[hand.words.bar.otherLanguage === 'English' ? 'id' : 'en'];

const toList: Step = async (hand) => {
  await hand.tap(hand.words.attract.touch);
  await hand.page.getByRole('button', { name: hand.words.features.letters.title }).first().click();
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
const toForWhom: Step = async (hand, words) => {
  await toLetter(0)(hand, words);
  await hand.tap(words.standard.apply);
};
const toNik: Step = async (hand, words) => {
  await toForWhom(hand, words);
  await hand.choose(0);
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
  await toBring(hand, words);
  await hand.choose(0);
};
const toReview: Step = async (hand, words) => {
  await toPhone(hand, words);
  await type(hand, '081234567890');
  await next(hand, words);
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
  'for-whom': toForWhom,
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
  priority: async (hand, words) => {
    await toPhone(hand, words);
    await hand.tap(words.form.skip);
  },
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

export const letterPictures: Picture<Scene>[] = [
  ...Object.entries(steps).flatMap(([name, step]) =>
    Object.entries(looks)
      .filter(([look]) => look === '' || inLooks.includes(name))
      .map(([look, preferences]) => pictured(name + look, step, { preferences })),
  ),
  ...['list', 'standard', 'for-whom', 'nik', 'name', 'date', 'choice', 'review', 'track', 'receipt'].flatMap((name) =>
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

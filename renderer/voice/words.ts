import type { Language } from '../i18n/index.ts';
import { counterSign } from './counter-sign.ts';
import type { Sound } from './loudspeaker.ts';

/** The clips that say a ticket number digit by digit, as people are used to: A-012 is "A, nol, satu, dua". */
export function ticketClips(number: string): string[] {
  const signs = number.toUpperCase().match(/[A-Z0-9]/g) ?? [];
  return signs.map((sign) => (sign >= 'A' ? `letter.${sign}` : `digit.${sign}`));
}

/** The clips that say a number as a word, 0 to 999; a larger one is said digit by digit. */
export function numberClips(number: number): string[] {
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`no words for the number ${number}`);
  if (number > 999) return ticketClips(String(number));
  const clips: string[] = [];
  let rest = number;
  if (rest >= 100) {
    clips.push(`number.${rest - (rest % 100)}`);
    rest %= 100;
  }
  if (rest > 20) {
    clips.push(`number.${rest - (rest % 10)}`);
    rest %= 10;
  }
  if (rest > 0 || clips.length === 0) clips.push(`number.${rest}`);
  return clips;
}

/** Pauses between what a call says, s: as long as a person takes. */
const shortPause = 0.12;
const longPause = 0.35;

/** What a counter can be, by its Indonesian name, and the clip that says it. */
const kinds: Readonly<Record<string, string>> = {
  '': 'word.counter',
  loket: 'word.counter',
  meja: 'word.desk',
  ruang: 'word.room',
};

/**
 * The clips and pauses (s) of one call: "Nomor antrean, A, nol, satu, dua. Silakan menuju loket tiga." A counter whose
 * name has no number or letter to say is on the screen: "Silakan lihat layar."
 * @param counterName in Indonesian; both languages say its sign
 */
export function callSounds(number: string, counterName: string, language: Language): Sound[] {
  const say = (key: string): Sound => `${language}/${key}`;
  const signs = ticketClips(number).map(say);
  return [
    say('word.number'),
    shortPause,
    ...signs.flatMap((sign) => [sign, shortPause / 2]),
    longPause,
    ...placeClips(counterName).map(say),
  ];
}

/** The clips that say where to go: "silakan menuju loket tiga". @param counterName in Indonesian */
export function placeClips(counterName: string): string[] {
  const place = counterSign(counterName);
  const kind = place === null ? undefined : kinds[place.kind.toLowerCase()];
  if (place === null || kind === undefined) return ['word.screen'];
  const { sign } = place;
  return ['word.proceed', kind, ...(/^\d+$/.test(sign) ? numberClips(Number(sign)) : ticketClips(sign))];
}

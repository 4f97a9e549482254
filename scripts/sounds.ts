/**
 * Makes the voice clips in resources/sounds: `npm run sounds`. Only what is new or changed is made.
 *
 * Needs espeak-ng and sox with Ogg Vorbis (Debian: apt install espeak-ng sox libsox-fmt-all). espeak-ng is under the
 * GPL and only a tool of this script: the product ships its output, the clips, as data and neither links nor runs it.
 *
 * Sentences come from renderer/i18n/spoken.ts, the services of resources/catalogue/services.json, and the fixed words
 * below. resources/sounds/clips.json lists every clip with its sentence. A clip that is marked there with
 * `"recorded": true` was spoken by a person: it is never overwritten or removed.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { spoken } from '../renderer/i18n/spoken.ts';

export type Language = 'id' | 'en';
/** Sentences by clip key, per language. */
export type Sentences = Record<Language, Record<string, string>>;

export interface ClipEntry {
  sentence: string;
  /** Of the sentence and the way it was made; it differs when the clip must be made anew. */
  hash: string;
  /** Spoken by a person. */
  recorded?: true;
}
/** By `<language>/<key>`. */
export type Manifest = Record<string, ClipEntry>;

const languages: readonly Language[] = ['id', 'en'];
const voices: Record<Language, readonly string[]> = {
  id: ['-v', 'id', '-s', '140'],
  en: ['-v', 'en-gb', '-s', '150'],
};
/** Cuts silence at both ends, softens the edges against clicks, brings all clips to one level. */
const cut = ['silence', '1', '0.01', '0.5%', 'fade', '0.005', 'reverse'];
const effects = [...cut, ...cut, 'norm', '-3'];
/** Mono at espeak-ng's own rate, the smallest Vorbis quality that keeps the consonants. */
const format = ['-r', '22050', '-c', '1', '-C', '-1'];

/** Letters, digits and number words, and what stands between them. Letters are read by their names: a, be, ce. */
export function fixedSentences(): Sentences {
  const ids = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');
  const small =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
  const ens = small.split(' ');
  const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
  const id: Record<string, string> = {
    'word.number': 'nomor antrean',
    'word.proceed': 'silakan menuju',
    'word.counter': 'loket',
    'word.desk': 'meja',
    'word.room': 'ruang',
    'word.screen': 'silakan lihat layar',
    'word.people': 'orang',
    'word.minutes': 'menit',
  };
  const en: Record<string, string> = {
    'word.number': 'number',
    'word.proceed': 'please proceed to',
    'word.counter': 'counter',
    'word.desk': 'desk',
    'word.room': 'room',
    'word.screen': 'please look at the screen',
    'word.people': 'people',
    'word.minutes': 'minutes',
  };
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') id[`letter.${letter}`] = en[`letter.${letter}`] = letter;
  for (let digit = 0; digit <= 9; digit += 1) {
    id[`digit.${digit}`] = id[`number.${digit}`] = ids[digit] ?? '';
    en[`digit.${digit}`] = en[`number.${digit}`] = ens[digit] ?? '';
    if (digit >= 2) {
      id[`number.${digit * 10}`] = `${ids[digit]} puluh`;
      en[`number.${digit * 10}`] = tens[digit - 2] ?? '';
    }
    if (digit >= 1) {
      id[`number.${digit * 100}`] = digit === 1 ? 'seratus' : `${ids[digit]} ratus`;
      en[`number.${digit * 100}`] = `${ens[digit]} hundred`;
    }
  }
  for (let teen = 10; teen <= 19; teen += 1) {
    id[`number.${teen}`] = ids[teen] ?? `${ids[teen - 10]} belas`;
    en[`number.${teen}`] = ens[teen] ?? '';
  }
  return { id, en };
}

/** One clip per named thing of the catalogue: `service.<id>`, `agency.<id>`. */
export function namesOf(kind: string, things: readonly { id: string; name: Record<Language, string> }[]): Sentences {
  return byLanguage(Object.fromEntries(things.map(({ id, name }) => [`${kind}.${id}`, name])));
}

/** Sentences that stand side by side, as the renderer keeps them, parted by language. */
function byLanguage(sentences: Readonly<Record<string, Record<Language, string>>>): Sentences {
  const of = (language: Language) =>
    Object.fromEntries(Object.entries(sentences).map(([key, sentence]) => [key, sentence[language]]));
  return { id: of('id'), en: of('en') };
}

export interface Plan {
  make: string[];
  remove: string[];
  /** Recordings whose sentence is now another, or that nothing asks for any more. */
  stale: string[];
  /** Recordings that the manifest names and whose file is not there. */
  lost: string[];
  manifest: Manifest;
}

/** What is to be done so that every wanted sentence has its clip. */
export function planClips(wanted: Sentences, manifest: Manifest, exists: (clip: string) => boolean): Plan {
  const plan: Plan = { make: [], remove: [], stale: [], lost: [], manifest: {} };
  for (const language of languages) {
    for (const [key, sentence] of Object.entries(wanted[language])) {
      if (!/^[A-Za-z0-9._-]+$/.test(key)) throw new Error(`a clip key is a file name, and "${key}" is none`);
      if (sentence.trim() === '') throw new Error(`clip ${language}/${key} has nothing to say`);
      const clip = `${language}/${key}`;
      const hash = hashOf(language, sentence);
      const old = manifest[clip];
      if (old?.recorded) {
        // The sentence that was spoken stays noted until somebody speaks the new one.
        plan.manifest[clip] = old;
        if (old.sentence !== sentence) plan.stale.push(clip);
        if (!exists(clip)) plan.lost.push(clip);
        continue;
      }
      plan.manifest[clip] = { sentence, hash };
      if (old?.hash !== hash || !exists(clip)) plan.make.push(clip);
    }
  }
  for (const [clip, entry] of Object.entries(manifest)) {
    if (clip in plan.manifest) continue;
    if (entry.recorded) {
      plan.manifest[clip] = entry;
      plan.stale.push(clip);
    } else {
      plan.remove.push(clip);
    }
  }
  return plan;
}

export function hashOf(language: Language, sentence: string): string {
  const made = JSON.stringify([sentence, voices[language], effects, format]);
  return createHash('sha256').update(made).digest('hex').slice(0, 16);
}

function speak(language: Language, sentence: string, file: string, scratch: string): void {
  const raw = join(scratch, 'raw.wav');
  const ogg = join(scratch, 'clip.ogg');
  execFileSync('espeak-ng', [...voices[language], '--stdin', '-w', raw], { input: sentence });
  execFileSync('sox', ['-R', raw, ...format, ogg, ...effects]);
  mkdirSync(dirname(file), { recursive: true });
  // Copied through a name of its own, so that a stopped run leaves no half clip.
  writeFileSync(`${file}.new`, readFileSync(ogg));
  renameSync(`${file}.new`, file);
}

/**
 * The chime before a call: two soft tones, a third apart, that fade like a struck bar. Made once: a lounge's own chime
 * under the same name is never overwritten.
 */
function chime(file: string, scratch: string): void {
  const tone = (name: string, hertz: number, seconds: number): string => {
    const raw = join(scratch, name);
    const strike = ['fade', 'l', '0.008', `${seconds}`, `${seconds - 0.01}`];
    // The octave above, much softer, gives the tone its warmth.
    const voices = ['synth', `${seconds}`, 'sine', `${hertz}`, 'synth', `${seconds}`, 'sine', 'mix', `${hertz * 2}`];
    execFileSync('sox', ['-R', '-n', '-r', '44100', '-c', '1', raw, ...voices, ...strike]);
    return raw;
  };
  const first = tone('first.wav', 783.99, 1.1);
  const second = tone('second.wav', 659.26, 1.5);
  const ogg = join(scratch, 'chime.ogg');
  // The second tone begins while the first one still fades.
  execFileSync('sox', ['-R', '-m', first, `|sox -R ${second} -p pad 0.42 0`, '-C', '3', ogg, 'norm', '-6']);
  writeFileSync(`${file}.new`, readFileSync(ogg));
  renameSync(`${file}.new`, file);
}

function merge(...parts: readonly Sentences[]): Sentences {
  const merged: Sentences = { id: {}, en: {} };
  for (const part of parts) {
    for (const language of languages) {
      for (const [key, sentence] of Object.entries(part[language])) {
        if (key in merged[language]) throw new Error(`clip ${language}/${key} is named twice`);
        merged[language][key] = sentence;
      }
    }
  }
  return merged;
}

function main(root: string): void {
  const folder = join(root, 'resources/sounds');
  const servicesFile = join(root, 'resources/catalogue/services.json');
  const manifestFile = join(folder, 'clips.json');
  const { services, agencies } = JSON.parse(readFileSync(servicesFile, 'utf8')) as {
    services: Parameters<typeof namesOf>[1];
    agencies: Parameters<typeof namesOf>[1];
  };
  const parts = [fixedSentences(), byLanguage(spoken), namesOf('service', services), namesOf('agency', agencies)];
  const wanted = merge(...parts);
  const manifest = existsSync(manifestFile) ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest) : {};
  const fileOf = (clip: string) => join(folder, `${clip}.ogg`);
  const plan = planClips(wanted, manifest, (clip) => existsSync(fileOf(clip)));

  const scratch = mkdtempSync(join(tmpdir(), 'sounds-'));
  try {
    for (const clip of plan.make) {
      const language = clip.startsWith('id/') ? 'id' : 'en';
      speak(language, plan.manifest[clip]?.sentence ?? '', fileOf(clip), scratch);
    }
    if (!existsSync(fileOf('chime'))) chime(fileOf('chime'), scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  for (const clip of plan.remove) rmSync(fileOf(clip), { force: true });
  const sorted = Object.fromEntries(Object.entries(plan.manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifestFile, `${JSON.stringify(sorted, null, 2)}\n`);

  for (const clip of plan.stale) console.warn(`${clip}: the recording says something else than is wanted now`);
  for (const clip of plan.lost) console.warn(`${clip}: marked as recorded, but the file is not there`);
  const clips = Object.keys(sorted).filter((clip) => existsSync(fileOf(clip)));
  const bytes = clips.reduce((sum, clip) => sum + statSync(fileOf(clip)).size, 0);
  console.log(
    `${plan.make.length} made, ${plan.remove.length} removed; ${clips.length} clips, ${Math.round(bytes / 1024)} kB`,
  );
}

if (import.meta.main) main(resolve(import.meta.dirname, '..'));

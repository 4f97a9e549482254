/** A part of a recording, in seconds. */
export interface Span {
  readonly offset: number;
  readonly duration: number;
}

/** Quieter than this is silence: -46 dB. */
const silence = 0.005;
/** Kept on both sides of the sound, so that no soft consonant is cut. */
const margin = 0.01;

/** What of a recording is to be heard: a person's recording has silence on both sides that would part the words. */
export function audible(samples: Float32Array, sampleRate: number): Span {
  const heard = (sample: number) => Math.abs(sample) > silence;
  const first = samples.findIndex(heard);
  if (first === -1) return { offset: 0, duration: 0 };
  const last = samples.findLastIndex(heard);
  const offset = Math.max(0, first / sampleRate - margin);
  const end = Math.min(samples.length / sampleRate, (last + 1) / sampleRate + margin);
  return { offset, duration: end - offset };
}

/**
 * When each clip starts so that one follows the other without a gap; what is missing or silent is left out. A number is a
 * pause, s.
 */
export function join<T extends { span: Span }>(
  clips: readonly (T | number | null)[],
  from: number,
): { clip: T; at: number }[] {
  const joined: { clip: T; at: number }[] = [];
  let at = from;
  for (const clip of clips) {
    if (typeof clip === 'number') at += clip;
    if (clip === null || typeof clip === 'number' || clip.span.duration === 0) continue;
    joined.push({ clip, at });
    at += clip.span.duration;
  }
  return joined;
}

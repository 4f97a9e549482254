import type { MediaKind, MediaProblem } from '../../contract/media.ts';
import { endingOf } from './names.ts';
import { type Size, sizeOfPicture } from './picture-size.ts';

/** How much of a file's beginning `judge` wants to see, bytes: a photograph's size stands behind what its camera wrote. */
export const headBytes = 256 * 1024;

/** More points than any screen or camera of a lounge has: 50 million take 200 MB on a display. */
const mostPoints = 50_000_000;

interface Format {
  readonly kind: MediaKind;
  readonly type: string;
  readonly endings: readonly string[];
  readonly begins: (head: Buffer) => boolean;
}

const at = (head: Buffer, from: number, text: string) =>
  head.subarray(from, from + text.length).equals(Buffer.from(text, 'latin1'));

const formats: readonly Format[] = [
  { kind: 'picture', type: 'image/jpeg', endings: ['jpg', 'jpeg'], begins: (head) => at(head, 0, '\xff\xd8\xff') },
  { kind: 'picture', type: 'image/png', endings: ['png'], begins: (head) => at(head, 0, '\x89PNG\r\n\x1a\n') },
  {
    kind: 'picture',
    type: 'image/webp',
    endings: ['webp'],
    begins: (head) => at(head, 0, 'RIFF') && at(head, 8, 'WEBP'),
  },
  { kind: 'video', type: 'video/mp4', endings: ['mp4'], begins: (head) => at(head, 4, 'ftyp') },
  {
    kind: 'video',
    type: 'video/webm',
    endings: ['webm'],
    // Matroska begins alike; the kind of document stands within its first bytes.
    begins: (head) => at(head, 0, '\x1a\x45\xdf\xa3') && head.subarray(0, 64).includes('webm'),
  },
];

export type Judged =
  | { readonly kind: MediaKind; readonly type: string; readonly problem: null }
  | { readonly kind: MediaKind | null; readonly problem: Extract<MediaProblem, 'type' | 'damaged'> };

/**
 * What a file is by its name and by its first bytes; both must say the same.
 * @param head the first `headBytes` of it, or all
 */
export function judge(name: string, head: Buffer): Judged {
  const ending = endingOf(name);
  const format = formats.find(({ begins }) => begins(head));
  if (format === undefined || !format.endings.includes(ending)) return { kind: null, problem: 'type' };
  const { kind, type } = format;
  if (kind === 'picture' && !isShowable(sizeOfPicture(type, head))) return { kind, problem: 'damaged' };
  return { kind, type, problem: null };
}

function isShowable(size: Size | null): boolean {
  return size !== null && size.width > 0 && size.height > 0 && size.width * size.height <= mostPoints;
}

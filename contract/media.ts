import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, checkedOnce, commonErrors, mutationErrors, requestKey } from './base.ts';
import { atCounter, type Role } from './principal.ts';

/** Silent pictures and videos that the displays show beside the numbers; files of the data folder's `media`. */

export const mediaKinds = ['picture', 'video'] as const;
export const mediaKind = z.enum(mediaKinds);
export type MediaKind = z.infer<typeof mediaKind>;

/** No lounge shows more, and a display reads the whole list. */
export const mostMedia = 40;
/** Bytes of one file. */
export const largestMedia: Readonly<Record<MediaKind, number>> = { picture: 10_000_000, video: 200_000_000 };
/** What a file's name may end with, and what such a file is. */
export const mediaEndings: Readonly<Record<string, MediaKind>> = {
  jpg: 'picture',
  jpeg: 'picture',
  png: 'picture',
  webp: 'picture',
  mp4: 'video',
  webm: 'video',
};

export const mediaItem = z.object({
  name: z.string(),
  kind: mediaKind,
  /** Another one when the file is another. */
  version: z.string(),
});
export type MediaItem = z.infer<typeof mediaItem>;

/** Why a file in the folder is not shown. */
export const mediaProblems = ['name', 'type', 'too_large', 'damaged', 'too_many'] as const;
export type MediaProblem = (typeof mediaProblems)[number];

/** A file of the folder, as the supervisor sees it. */
export const mediaFile = z.object({
  name: z.string(),
  /** Null: neither picture nor video. */
  kind: mediaKind.nullable(),
  version: z.string(),
  bytes: z.int(),
  /** Null: it is shown. */
  problem: z.enum(mediaProblems).nullable(),
  /** Names of the displays that could not play it. */
  unplayable: z.array(z.string()),
});
export type MediaFile = z.infer<typeof mediaFile>;

/** The folder, and what else it takes. */
export const mediaFolder = z.object({
  files: z.array(mediaFile),
  /** So many are shown. */
  most: z.int(),
  /** Bytes of one file. */
  largest: z.object({ picture: z.int(), video: z.int() }),
});
export type MediaFolder = z.infer<typeof mediaFolder>;

/** Who may fetch a file at `/media/NAME`. */
export const mediaReaders: readonly Role[] = ['display', 'kiosk', ...atCounter];

/** What a file that is sent to `/media/NAME` can be refused with, in the shape of every error of the API. */
export const mediaRefusals = {
  MEDIA_NAME: { status: 400, message: 'This name is too long, or has signs that a file here may not have' },
  MEDIA_TYPE: { status: 415, message: 'Only JPEG, PNG, WebP, MP4 and WebM, each under its own ending' },
  MEDIA_DAMAGED: { status: 422, message: 'This picture is damaged, or has too many points' },
  MEDIA_TOO_LARGE: { status: 413, message: 'The file is too large' },
  MEDIA_TOO_MANY: { status: 409, message: 'There are as many files as the displays show' },
  MEDIA_TAKEN: { status: 409, message: 'Another file has this name' },
  MEDIA_BUSY: { status: 409, message: 'Another file is being sent' },
  MEDIA_CUT: { status: 400, message: 'The file did not arrive whole' },
  MEDIA_LENGTH: { status: 411, message: 'How long the file is must be said first' },
  STORE_FULL: commonErrors.STORE_FULL,
} as const;
export type MediaRefusal = keyof typeof mediaRefusals;

export const media = {
  /** What is shown, in its order. It is a stream of its own, so that the displays' snapshots stay small. */
  watch: base
    .meta({ roles: ['display', 'kiosk', ...atCounter] })
    .output(eventIterator(checkedOnce(z.object({ items: z.array(mediaItem).max(mostMedia) })))),

  /** A display says which files it cannot play; kept in memory only. */
  report: base
    .meta({ roles: ['display', 'kiosk'] })
    .input(
      z.object({
        unplayable: z.array(z.object({ name: z.string().max(100), version: z.string().max(60) })).max(mostMedia),
      }),
    )
    .output(z.strictObject({})),

  /** Every file of the folder, those that are not shown too. */
  list: base.meta({ roles: ['supervisor'] }).output(mediaFolder),

  remove: base
    .meta({ roles: ['supervisor'] })
    .errors({ ...mutationErrors, MEDIA_UNKNOWN: { status: 404, message: 'There is no such file' } })
    .input(z.object({ name: z.string().min(1).max(255), requestKey }))
    .output(z.object({})),
};

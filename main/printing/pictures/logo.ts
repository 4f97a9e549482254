import { PNG } from 'pngjs';
import type { Log } from '../../ops/log.ts';
import { type Bitmap, drawBitmap } from './bitmap.ts';

/** 20 mm: large enough to know the office by, small beside the number. */
const tallest = 160;

/** Brightness by row, 0 black to 255 white. */
interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** The lounge's picture as printers draw it, made once for every content and width. */
export class Logos {
  readonly #log: Log;
  #content: string | undefined;
  #grey: Grey | undefined;
  readonly #fitted = new Map<number, Bitmap>();

  constructor(log: Log) {
    this.#log = log;
  }

  /**
   * The picture in dots, at most 160 high. Undefined where there is none, or none that can be read: a logo must not keep
   * a slip from printing.
   * @param png base64
   * @param dots across the paper
   */
  fitting(png: string | undefined, dots: number): Bitmap | undefined {
    if (png !== this.#content) this.#take(png);
    if (this.#grey === undefined) return undefined;
    const known = this.#fitted.get(dots);
    if (known) return known;
    const fitted = dithered(shrunk(this.#grey, dots - (dots % 8)));
    this.#fitted.set(dots, fitted);
    return fitted;
  }

  #take(png: string | undefined): void {
    this.#content = png;
    this.#grey = undefined;
    this.#fitted.clear();
    if (png === undefined) return;
    try {
      this.#grey = onPaper(PNG.sync.read(Buffer.from(png, 'base64')));
    } catch (error) {
      this.#log.warn({ error }, 'the logo cannot be read; slips are printed without it');
    }
  }
}

/** As it looks on white paper: see-through is white. */
function onPaper({ width, height, data }: PNG): Grey {
  const grey = new Float32Array(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const channel = (place: number) => data[at * 4 + place] ?? 0;
    // Weights of brightness by ITU-R BT.601.
    const brightness = 0.299 * channel(0) + 0.587 * channel(1) + 0.114 * channel(2);
    grey[at] = 255 + ((brightness - 255) * channel(3)) / 255;
  }
  return { width, height, data: grey };
}

/** Never larger than it was, as a coarse picture looks worse than a small one. Every dot is the mean of what it covers. */
function shrunk(picture: Grey, widest: number): Grey {
  const scale = Math.min(1, tallest / picture.height, widest / picture.width);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const rows = covered(y, height, picture.height);
    for (let x = 0; x < width; x += 1) {
      const columns = covered(x, width, picture.width);
      let sum = 0;
      for (let row = rows.from; row < rows.to; row += 1) {
        for (let column = columns.from; column < columns.to; column += 1) {
          sum += picture.data[row * picture.width + column] ?? 255;
        }
      }
      data[y * width + x] = sum / ((rows.to - rows.from) * (columns.to - columns.from));
    }
  }
  return { width, height, data };
}

function covered(at: number, of: number, source: number): { from: number; to: number } {
  const from = Math.floor((at * source) / of);
  return { from, to: Math.max(from + 1, Math.floor(((at + 1) * source) / of)) };
}

/** Beyond these a shade is as good as black or white: no stray dots in flat areas, no holes in letters. */
const nearlyBlack = 40;
const nearlyWhite = 215;

/** Shades as patterns of dots (Floyd and Steinberg, 1976): a coat of arms in black and white alone is a blot. */
function dithered({ width, height, data }: Grey): Bitmap {
  const left = data.map((shade) => (shade <= nearlyBlack ? 0 : shade >= nearlyWhite ? 255 : shade));
  return drawBitmap(width, height, (x, y) => {
    const shade = left[y * width + x] ?? 255;
    const black = shade < 128;
    const error = shade - (black ? 0 : 255);
    const spread = (dx: number, dy: number, share: number) => {
      if (x + dx < 0 || x + dx >= width || y + dy >= height) return;
      const at = (y + dy) * width + x + dx;
      left[at] = (left[at] ?? 0) + (error * share) / 16;
    };
    spread(1, 0, 7);
    spread(-1, 1, 3);
    spread(0, 1, 5);
    spread(1, 1, 1);
    return black;
  });
}

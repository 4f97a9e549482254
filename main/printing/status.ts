import type { PrinterCondition } from '../../contract/printing.ts';

/** The real-time questions of ESC/POS (DLE EOT n): answered at once, even offline, so they prove nothing about a slip. */
export const questions = { printer: 1, offline: 2, error: 3, paper: 4 } as const;
export type Question = (typeof questions)[keyof typeof questions];

/** DLE EOT n. */
export function ask(question: Question): Buffer {
  return Buffer.from([0x10, 0x04, question]);
}

/** GS r 1: answered in its turn, after everything before it was printed. */
export const fence = Buffer.from([0x1d, 0x72, 0x01]);

/** GS a 14: from now on say every change of cover, paper and errors unasked. */
export const reportChanges = Buffer.from([0x1d, 0x61, 0x0e]);

/**
 * GS ( H, function 48: answered with the same four characters once everything before it is on the paper.
 * @param token four characters of printable ASCII
 */
export function completionOf(token: string): Buffer {
  return Buffer.from([0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(token, 'latin1')]);
}

/** GS I n: 65 firmware, 66 maker, 67 model; answered in its turn. */
export const names = { firmware: 65, maker: 66, model: 67 } as const;

export function askName(name: number): Buffer {
  return Buffer.from([0x1d, 0x49, name]);
}

/** Something a printer said. */
export type Reply =
  /** To DLE EOT; which question it answers follows from the order. */
  | { readonly kind: 'realtime'; readonly byte: number }
  /** To GS r 1. */
  | { readonly kind: 'fence'; readonly byte: number }
  /** Automatic status back, on a change, unasked. */
  | { readonly kind: 'asb'; readonly bytes: readonly [number, number, number, number] }
  /** A block such as the answer of GS I: header, text, NUL. */
  | { readonly kind: 'block'; readonly bytes: Buffer }
  /** To GS ( H, with the four characters that it was asked with. */
  | { readonly kind: 'completion'; readonly token: string };

const blockHeaders = new Set([0x35, 0x37, 0x3b, 0x3d, 0x5f]);
const longestBlock = 255;
/** 37h 22h, four characters, NUL: the answer to GS ( H, function 48. */
const completionLength = 7;
const xon = 0x11;
const xoff = 0x13;

/**
 * Cuts the bytes of a printer into replies, whatever pieces they arrive in. Bits tell the kinds apart (Epson, ESC/POS
 * reference, "Identification of transmission data"): GS r `0xx0xxxx`, DLE EOT `0xx1xx10`, ASB `0xx1xx00` and three
 * `0xx0xxxx`. XON and XOFF may stand anywhere, inside a frame too; noise is dropped.
 */
export class ReplyReader {
  #frame: number[] = [];

  push(chunk: Uint8Array): Reply[] {
    const replies: Reply[] = [];
    for (const byte of chunk) {
      const reply = this.#take(byte);
      if (reply !== undefined) replies.push(reply);
    }
    return replies;
  }

  #take(byte: number): Reply | undefined {
    const [header] = this.#frame;
    if (header !== undefined && blockHeaders.has(header)) return this.#takeBlock(byte);
    if (byte === xon || byte === xoff) return undefined;
    if (header !== undefined) {
      if ((byte & 0x90) === 0) return this.#takeAsb(byte);
      // Not a frame after all: what came is a reply of its own.
      this.#frame = [];
    }
    if (blockHeaders.has(byte) || (byte & 0x93) === 0x10) {
      this.#frame = [byte];
      return undefined;
    }
    if ((byte & 0x93) === 0x12) return { kind: 'realtime', byte };
    return (byte & 0x90) === 0 ? { kind: 'fence', byte } : undefined;
  }

  #takeAsb(byte: number): Reply | undefined {
    this.#frame.push(byte);
    const [first, second, third, fourth] = this.#frame;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) return undefined;
    this.#frame = [];
    return { kind: 'asb', bytes: [first, second, third, fourth] };
  }

  #takeBlock(byte: number): Reply | undefined {
    this.#frame.push(byte);
    if (byte !== 0) {
      if (this.#frame.length > longestBlock) this.#frame = [];
      return undefined;
    }
    const bytes = Buffer.from(this.#frame);
    this.#frame = [];
    if (bytes.length === completionLength && bytes[0] === 0x37 && bytes[1] === 0x22)
      return { kind: 'completion', token: bytes.toString('latin1', 2, 6) };
    return { kind: 'block', bytes };
  }
}

/** What a printer has said about itself so far. */
export interface PrinterStatus {
  readonly offline: boolean;
  /** Someone holds the feed button: offline for a moment, and no fault. */
  readonly feeding: boolean;
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly paperLow: boolean;
  readonly cutterJammed: boolean;
  /** Head too hot, or voltage too low: it recovers by itself. */
  readonly headHot: boolean;
  /** An error of any other kind. */
  readonly failed: boolean;
}

export const faultless: PrinterStatus = {
  offline: false,
  feeding: false,
  coverOpen: false,
  paperOut: false,
  paperLow: false,
  cutterJammed: false,
  headHot: false,
  failed: false,
};

/** Bits by Epson's ESC/POS reference, "DLE EOT". An error without its kind counts as `failed` until question 3 tells. */
export function withAnswer(status: PrinterStatus, question: Question, byte: number): PrinterStatus {
  const bit = (n: number): boolean => (byte & (1 << n)) !== 0;
  switch (question) {
    case questions.printer:
      return { ...status, offline: bit(3), feeding: bit(6) };
    case questions.offline: {
      const error = bit(6);
      return {
        ...status,
        coverOpen: bit(2),
        feeding: status.feeding || bit(3),
        paperOut: bit(5),
        cutterJammed: error && status.cutterJammed,
        headHot: error && status.headHot,
        failed: error,
      };
    }
    case questions.error: {
      const named = bit(3) || (bit(6) && !bit(2) && !bit(5));
      return {
        ...status,
        cutterJammed: bit(3),
        headHot: bit(6),
        failed: bit(2) || bit(5) || (status.failed && !named),
      };
    }
    case questions.paper:
      // The sensor alone counts too: many printers see the end of the roll before they stop for it.
      return { ...status, paperOut: status.paperOut || (byte & 0x60) !== 0, paperLow: (byte & 0x0c) !== 0 };
  }
}

/** Bits by Epson's ESC/POS reference, "GS a". */
export function withAsb([first, second, third]: readonly [number, number, number, number]): PrinterStatus {
  return {
    offline: (first & 0x08) !== 0,
    feeding: (first & 0x40) !== 0,
    coverOpen: (first & 0x20) !== 0,
    paperOut: (third & 0x0c) !== 0,
    paperLow: (third & 0x03) !== 0,
    cutterJammed: (second & 0x08) !== 0,
    headHot: (second & 0x40) !== 0,
    failed: (second & 0x24) !== 0,
  };
}

/** Whether the printer said, in its answer to the fence, that the roll has ended: then the slip may be torn off short. */
export function fenceWithoutPaper(byte: number): boolean {
  return (byte & 0x0c) !== 0;
}

/** The one thing to tell a person: what has to be done first comes first. */
export function conditionOf(status: PrinterStatus): PrinterCondition {
  if (status.coverOpen) return 'cover_open';
  if (status.paperOut) return 'paper_out';
  if (status.cutterJammed) return 'cutter_jammed';
  if (status.failed) return 'needs_check';
  if (status.headHot) return 'head_hot';
  if (status.offline && !status.feeding) return 'needs_check';
  return status.paperLow ? 'paper_low' : 'ready';
}

/** Whether a slip sent now would come out. */
export function canPrint(condition: PrinterCondition): boolean {
  return condition === 'ready' || condition === 'paper_low';
}

/** How a printer behaves on the wire; a well-made one has none of these. */
export interface Manners {
  /** Prints and never says a word. */
  mute: boolean;
  /** Answers DLE EOT and nothing that stands in the line: no GS r, no GS ( H. */
  noFence: boolean;
  /** GS ( H: answered; skipped by one that does not know it; or, by the worst, printed as the text it is not. */
  completion: 'answered' | 'skipped' | 'printed';
  /** Of several GS ( H in its buffer it answers the last. */
  newestOnly: boolean;
  /** Says that all is well whatever is wrong. */
  lying: boolean;
  /** Takes connections and never reads. */
  swallows: boolean;
  /** Takes connections and ends them. */
  hangsUp: boolean;
  /** Milliseconds a line. */
  slow: number;
  /** Milliseconds until an answer leaves. */
  late: number;
  /** Every byte of an answer arrives by itself. */
  split: boolean;
  /** Asked after every byte that arrives and before every answer: whether to tell its status, unasked (ASB). */
  chatter: (() => boolean) | null;
  /** Once so many bytes have arrived, from now on: resets the connection, keeps what it has. */
  resetAfter: number | null;
  /** Once so many lines are printed, from now on: the roll ends. */
  paperLines: number | null;
  /** The next time the blade should fall, it jams. */
  jamsAtCut: boolean;
}

export const polite: Readonly<Manners> = {
  mute: false,
  noFence: false,
  completion: 'answered',
  newestOnly: false,
  lying: false,
  swallows: false,
  hangsUp: false,
  slow: 0,
  late: 0,
  split: false,
  chatter: null,
  resetAfter: null,
  paperLines: null,
  jamsAtCut: false,
};

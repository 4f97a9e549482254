/** One change for the worse, and the tests that should notice it. */
export interface Flip {
  /** Of the checklist for an unattended machine, as "2.7". */
  readonly item: string;
  readonly what: string;
  /** From the program's folder; a source, or a file as built. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
  /** From the program's folder. */
  readonly test: string;
  /** Of the tests' names; all in the file when there is none. */
  readonly named?: string;
}

type Change = readonly [item: string, what: string, from: string, to: string];

/** Changes of one file that one file of tests should notice. */
export function flipsOf(file: string, test: string, changes: readonly Change[], named?: string): Flip[] {
  return changes.map(([item, what, from, to]) => ({ item, what, file, from, to, test, ...(named && { named }) }));
}

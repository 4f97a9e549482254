export interface DrillCase {
  readonly name: string;
  /** What happened instead of what must; `null` when it was right. */
  readonly run: () => Promise<string | null>;
}

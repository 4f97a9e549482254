/** A rule said no. `code` is one of the contract's error codes; nothing was written. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: string;
  readonly data: unknown;

  constructor(code: string, data?: unknown) {
    super(code);
    this.code = code;
    this.data = data;
  }
}

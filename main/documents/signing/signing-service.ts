/** Whoever signs, as a service of certificates knows them. */
export interface ServiceSigner {
  readonly nik: string;
  /** Never kept: asked for each signing. */
  readonly passphrase: string;
}

/** Why a service did not sign; `unreachable` and `fault` may be tried again as they are. */
export type SigningRefusal =
  | 'unreachable'
  | 'fault'
  | 'not_registered'
  | 'certificate_over'
  | 'passphrase_wrong'
  | 'refused';

export class SigningRefused extends Error {
  readonly why: SigningRefusal;

  constructor(why: SigningRefusal) {
    super(`the signing service did not sign: ${why}`);
    this.why = why;
  }
}

/** Signs PDFs with a person's certificate. What comes back holds the PDF as it was, with the signature behind it. */
export interface SigningService {
  /** @throws SigningRefused */
  sign(pdf: Uint8Array, signer: ServiceSigner): Promise<Uint8Array>;
  /** Whether this person can sign now. @throws SigningRefused when the service does not say */
  canSign(nik: string): Promise<boolean>;
}

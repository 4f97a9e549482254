import 'reflect-metadata';
import { createPublicKey, type KeyObject, randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** An authority and the one leaf that it ever signed, as PEM. */
export interface Chain {
  readonly ca: string;
  readonly leaf: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Back-dated: a machine whose clock battery is dead believes that it is years ago, and must still be let in. */
const notBefore = new Date('2020-01-01T00:00:00Z');
/** The last second that every reader of certificates understands. */
const notAfter = new Date('2049-12-31T23:59:59Z');

x509.cryptoProvider.set(webcrypto as unknown as Crypto);

/**
 * Makes an authority and lets it sign one leaf for `key`; the authority's own key is never written down and is gone
 * when this returns.
 * @param key private, P-256: the leaf's
 * @param names DNS names, lower case; the authority may sign for them (and names below them) and no others
 * @param address the one IPv4 address that it may sign for; null: for none
 */
export async function issueChain(key: KeyObject, names: readonly string[], address: string | null): Promise<Chain> {
  const { subtle } = webcrypto;
  const issuer = await subtle.generateKey(algorithm, false, ['sign', 'verify']);
  // A name of its own each time: a browser that holds several of ours must not take one for the other.
  const issuerName = [{ CN: [`Anjungan ${names[0] ?? address} ${randomBytes(4).toString('hex')}`] }];
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    name: issuerName,
    serialNumber: serial(),
    notBefore,
    notAfter,
    signingAlgorithm: algorithm,
    keys: issuer as CryptoKeyPair,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      new x509.Extension('2.5.29.30', true, nameConstraints(names, address)),
      await x509.SubjectKeyIdentifierExtension.create(issuer.publicKey as CryptoKey),
    ],
  });
  const leaf = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [names[0] ?? address ?? ''] }],
    issuer: issuerName,
    serialNumber: serial(),
    notBefore,
    notAfter,
    signingAlgorithm: algorithm,
    signingKey: issuer.privateKey as CryptoKey,
    publicKey: createPublicKey(key).toCryptoKey(algorithm, true, ['verify']) as CryptoKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        ...names.map((value) => ({ type: 'dns' as const, value })),
        ...(address === null ? [] : [{ type: 'ip' as const, value: address }]),
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey as CryptoKey),
    ],
  });
  return { ca: `${ca.toString('pem')}\n`, leaf: `${leaf.toString('pem')}\n` };
}

/** 16 bytes, positive and without a leading zero. */
function serial(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes.readUInt8(0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}

/**
 * RFC 5280, 4.2.1.10, which the library does not write: `permittedSubtrees` [0] and `excludedSubtrees` [1] of general
 * names, [2] a DNS name, [7] an address and its mask. A kind of name that is not mentioned would be free for all, so
 * without an address every address is excluded.
 */
function nameConstraints(names: readonly string[], address: string | null): Uint8Array<ArrayBuffer> {
  const permitted = names.map((name) => der(0x82, Buffer.from(name, 'ascii')));
  const anyIpv4 = Buffer.alloc(8);
  const anyIpv6 = Buffer.alloc(32);
  const excluded = [der(0x87, anyIpv6)];
  if (address === null) excluded.push(der(0x87, anyIpv4));
  else permitted.push(der(0x87, Buffer.from([...address.split('.').map(Number), 255, 255, 255, 255])));
  const subtrees = (tag: number, bases: Buffer[]) => der(tag, ...bases.map((base) => der(0x30, base)));
  return new Uint8Array(der(0x30, subtrees(0xa0, permitted), subtrees(0xa1, excluded)));
}

function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const length = content.length;
  const header = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...header]), content]);
}

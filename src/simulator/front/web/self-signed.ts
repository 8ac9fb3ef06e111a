import { createPublicKey, sign } from 'node:crypto';

/** What a self-signed certificate says of whoever shows it. */
export interface CertificateWish {
  /** PEM of the private RSA key. */
  readonly key: string;
  /** Issuer and subject alike; an address, on an appliance. */
  readonly commonName: string;
  readonly hostname: string;
  readonly serial: number;
  readonly from: Date;
}

const tag = {
  integer: 0x02,
  bits: 0x03,
  nothing: 0x05,
  oid: 0x06,
  printable: 0x13,
  ia5: 0x16,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
  version: 0xa0,
} as const;

/** `commonName`, `unstructuredName` and `sha256WithRSAEncryption`, as DER has them. */
const oids = {
  commonName: '550403',
  unstructuredName: '2a864886f70d010902',
  sha256WithRsa: '2a864886f70d01010b',
} as const;

const yearsValid = 10;

/** A certificate in PEM that its own key has signed (RFC 5280), without a word about alternative names, as old firmware makes them. */
export function selfSigned({ key, commonName, hostname, serial, from }: CertificateWish): string {
  const algorithm = der(tag.sequence, oid('sha256WithRsa'), der(tag.nothing));
  const name = der(
    tag.sequence,
    attribute('unstructuredName', tag.ia5, hostname),
    attribute('commonName', tag.printable, commonName),
  );
  const until = new Date(from);
  until.setUTCFullYear(until.getUTCFullYear() + yearsValid);
  const signed = der(
    tag.sequence,
    der(tag.version, der(tag.integer, Buffer.from([2]))),
    der(tag.integer, integer(serial)),
    algorithm,
    name,
    der(tag.sequence, utcTime(from), utcTime(until)),
    name,
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
  );
  const signature = Buffer.concat([Buffer.alloc(1), sign('sha256', signed, key)]);
  const base64 = der(tag.sequence, signed, algorithm, der(tag.bits, signature)).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function der(type: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([type, ...length(content.length)]), content]);
}

/** Up to 127 in one byte, else the count of bytes and the bytes. */
function length(bytes: number): readonly number[] {
  return bytes < 0x80 ? [bytes] : bytes < 0x100 ? [0x81, bytes] : [0x82, bytes >> 8, bytes & 0xff];
}

function oid(name: keyof typeof oids): Buffer {
  return der(tag.oid, Buffer.from(oids[name], 'hex'));
}

function attribute(name: keyof typeof oids, type: number, value: string): Buffer {
  return der(tag.set, der(tag.sequence, oid(name), der(type, Buffer.from(value, 'latin1'))));
}

/** Positive, in four bytes with a zero in front that keeps it so. */
function integer(value: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes[0] = 0;
  bytes.writeUInt32BE((value | 0x80_00_00_00) >>> 0, 1);
  return bytes;
}

function utcTime(date: Date): Buffer {
  const text = date
    .toISOString()
    .replace(/^\d\d(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d).*$/, '$1$2$3$4$5$6Z');
  return der(tag.utcTime, Buffer.from(text, 'latin1'));
}

/** What an update server has for the units; what is left out is not offered. */
export interface UpdateOffer {
  /** The version of a platform image, such as `9.2(5)`. */
  readonly image?: string;
  /** The version of an ASDM image, such as `7.3(1)`. */
  readonly asdm?: string;
  /** Lines that the pair is to run with besides those it runs with already. */
  readonly configuration?: readonly string[];
}

/** What a component is called in the answer of the server, as the units print it. */
export const componentKinds = ['asdm', 'config', 'image'] as const;
export type ComponentKind = (typeof componentKinds)[number];

/** One file on offer, under the last part of its URL. */
export interface OfferedFile {
  readonly kind: ComponentKind;
  readonly name: string;
  readonly content: Uint8Array;
}

/** What the file of a version is called, on the server and in Flash: `asa-9.2.5.bin` for `9.2(5)`. */
export function fileNameOf(kind: 'image' | 'asdm', version: string): string {
  const digits = version.replaceAll(/[^\w.]+/g, '.').replace(/\.$/, '');
  return `${kind === 'image' ? 'asa' : 'asdm'}-${digits}.bin`;
}

/** Bytes of an image that is made up: enough for a unit to copy it to its mate in more than one piece. */
const madeUpBytes = 8192;

const firstLines = {
  image: 'Cisco Adaptive Security Appliance Software Version',
  asdm: 'Cisco Adaptive Security Device Manager Version',
} as const;

/** An image for a simulated unit, which takes its version from the first line. No unit of iron would boot it. */
export function madeUpImage(kind: 'image' | 'asdm', version: string): Uint8Array {
  return new TextEncoder().encode(`${firstLines[kind]} ${version}\n`.padEnd(madeUpBytes, '.'));
}

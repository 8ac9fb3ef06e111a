import type { Software } from '../message/software.ts';

/** What a server may offer: a platform image, an ASDM image, a configuration. */
export type ComponentKind = 'image' | 'asdm' | 'config';

/** One component that the server names, with the checksum that a unit compares (ASA 5580 guide, step 3). */
export interface Component {
  readonly kind: ComponentKind;
  readonly url: string;
  /** MD5, thirty-two lower-case hexadecimal digits. */
  readonly checksum: string;
}

/** What a unit tells the server of itself; MAC address and serial number are the primary unit's. */
export interface DeviceDetails {
  readonly deviceId: string;
  readonly serial: string;
  readonly mac: string;
  readonly model: string;
  readonly version: string;
  readonly software: Software;
}

/**
 * The body of the call home. The guide names it `DeviceDetails` and prints no form of it: the elements are this
 * bench's own.
 */
export function deviceDetailsXml(device: DeviceDetails): string {
  const { image, asdm } = device.software;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<DeviceDetails>',
    element('DeviceId', device.deviceId),
    element('SerialNumber', device.serial),
    element('MacAddress', device.mac),
    element('Platform', device.model),
    element('SoftwareVersion', device.version),
    element('ImageChecksum', image.checksum),
    ...(asdm ? [element('AsdmChecksum', asdm.checksum)] : []),
    '</DeviceDetails>',
    '',
  ].join('\n');
}

/**
 * Reads the components of an `UpdateInfo` answer: elements `Component` with the attributes `type`, `url` and
 * `checksum`, in any order. Returns why not, if the answer is none or names something that is no component.
 */
export function readUpdateInfo(text: string): readonly Component[] | string {
  if (!/<UpdateInfo[\s/>]/.test(text)) return 'the answer is no UpdateInfo';
  const components: Component[] = [];
  for (const [, written = ''] of text.matchAll(/<Component\s([^>]*)>/g)) {
    const attributes = attributesOf(written);
    const [kind, url] = [attributes.get('type'), attributes.get('url')];
    const checksum = attributes.get('checksum')?.toLowerCase().replace(/^0x/, '');
    if (kind !== 'image' && kind !== 'asdm' && kind !== 'config') return `unknown component ${kind ?? ''}`;
    if (url === undefined || !/^https?:\/\//.test(url)) return `component ${kind} has no URL`;
    if (checksum === undefined || !/^[\da-f]{32}$/.test(checksum)) return `component ${kind} has no checksum`;
    components.push({ kind, url, checksum });
  }
  return components;
}

function attributesOf(written: string): ReadonlyMap<string, string> {
  return new Map(
    [...written.matchAll(/([a-z]+)\s*=\s*"([^"]*)"/gi)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      plain(value),
    ]),
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => entities[name] ?? '');
}

function element(name: string, text: string): string {
  return `  <${name}>${escaped(text)}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

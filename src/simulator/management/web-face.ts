import { hostnameOf } from '../config/hostname.ts';
import type { InterfaceSettings } from '../config/interface-settings.ts';
import type { SimulatedWebFace } from '../face/simulated-unit.ts';
import type { Space } from '../system/space.ts';
import { sourceAt } from './door-access.ts';

/**
 * What a unit shows to web browsers at one of its interfaces; nothing without `http server enable`, or to those whom no
 * `http` line lets in. From 8.0 on the certificate is replicated from the active unit, so that at the standby
 * address its name is wrong; before, each unit has one under its own address (document 77809, «Known Issues»).
 */
export function webFace(
  space: Space,
  at: InterfaceSettings,
  failoverOn: boolean,
): SimulatedWebFace | undefined {
  const { config, unit } = space;
  const isServed = config.nodes().some(({ text }) => text.startsWith('http server enable'));
  if (!isServed || sourceAt(config, 'http', at) === undefined) return undefined;
  const { platform, firmware, name } = unit.box;
  const isReplicated = failoverOn && Number.parseInt(firmware, 10) >= 8;
  return {
    hostname: hostnameOf(config),
    product: platform === 'asa' ? 'Cisco ASDM' : 'Cisco PIX Device Manager',
    version: firmware,
    certificate: isReplicated
      ? { owner: 'pair', commonName: at.active ?? '' }
      : { owner: name, commonName: space.addressOf(at) },
  };
}

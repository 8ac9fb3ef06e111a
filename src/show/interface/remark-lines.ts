import type { LineReader } from '../line/cursor.ts';
import { shaped } from '../line/fields.ts';

const shapes: readonly RegExp[] = [
  /^VLAN identifier none$/i,
  /^IP address (?:unassigned|is pending|pending)$/i,
  /^Available but not configured (?:via|by|with) [a-z ]+$/i,
  /^Available for allocation to a context$/i,
  /^Blocks free curr\/low: \d+\/\d+$/i,
  /^Media-type configured as (?:not connected|[a-z0-9]+ connector)$/i,
  /^Configured as (?:switch ?port|routed port)$/i,
  // Threat defence, where an interface only inspects.
  /^IPS Interface-Mode: .+$/i,
  /^(?:Switchport|Bridge[ -]group):? \S+$/i,
  /^Queue Stats:$/i,
  /^Topology(?: is|:) \S+(?: \S+)*$/i,
  // `show interface detail`: what the control point holds.
  /^Control Point (?:Interface|Vlan\d+) States:$/i,
  /^Interface number is (?:\d+|unassigned)$/i,
  /^Interface (?:vlan )?(?:config status|state) is (?:not )?[a-z]+$/i,
  // A virtual tunnel interface.
  /^Tunnel Interface Information:$/i,
  /^Source interface: \S+ IP address: \S+$/i,
  /^Destination IP address: \S+$/i,
  /^IPsec MTU Overhead ?: \d+$/i,
  // A VXLAN interface.
  /^(?:VTEP-NVE|Segment-id) \d+$/i,
  /^(?:Tag-switching|Proxy): \S+$/i,
  /^Multicast group (?:\S+|not configured)$/i,
  /^Mode: [a-z0-9 ]+ IPsec profile: \S+$/i,
];

/** A line that is kept as printed. */
export const remarkLine: LineReader<string> = (text) =>
  shapes.some((shape) => shape.test(text)) ? text : undefined;

export const memberHeading = shaped(
  /^(?:Members in this channel|Redundancy Information):$/i,
  () => true as const,
);

const memberShapes: readonly RegExp[] = [
  /^(?:Active|Inactive|Standby):(?: \S+)*$/i,
  /^Member \S+(?:, \S+)*$/i,
  /^Last switchover at .+$/i,
];

/** A line under `Members in this channel` or `Redundancy Information`. */
export const memberLine: LineReader<string> = (text) =>
  memberShapes.some((shape) => shape.test(text)) ? text : undefined;

export const trafficHeading = shaped(/^Traffic Statistics for "([^"]*)":$/i, (nameif = '') => nameif);
export const asrHeading = shaped(/^Asymmetrical Routing Statistics:$/i, () => true as const);
export const managementLine = shaped(
  /^Management-only interface\. Blocked (\d+) through-the-device packets$/i,
  (blocked = '') => Number(blocked),
);

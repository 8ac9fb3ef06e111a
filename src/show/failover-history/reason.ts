/**
 * Reasons of the command reference that are long enough to be continued on a further line. They serve only to
 * recognise such a continuation; a reason itself may be any text.
 */
const longReasons: readonly string[] = [
  'Other unit has different software version',
  'Other unit operating mode is different',
  'Other unit license is different',
  'Other unit chassis configuration is different',
  'Other unit card configuration is different',
  'Other unit reports that I am failed',
  'Other unit reports that it is failed',
  'Other unit has different set of vlans configured',
  'Other unit got stuck in learn state after sync',
  'Configuration mismatch due to wr standby in active',
  'Failover interface become OK',
  'Incomplete configuration synchronization',
  'Configuration synchronization done',
  'Configuration synchronization failed',
  'Recovered from communication failure',
  'Unable to verify vlan configuration',
  'Unable to verify state of config sync',
  'ACK not received for failover message',
  'No power detected from peer',
  'HA state progression failed',
  'HELLO not heard from mate',
  'Detected service card failure',
  'Detect Inspection engine failure due to snort failure',
  'Detect Inspection engine failure due to disk failure',
  'Inspection engine in other unit has failed due to snort failure',
  'Inspection engine in other unit has failed due to disk failure',
  'My Inspection engine is as good as peer due to snort recovery',
  'My Inspection engine is as good as peer due to disk recovery',
  'Service card in other unit has failed',
  'My service card is as good as peer',
  'LAN Interface become un-configured',
  'Switch from serial cable to LAN-Based fover',
].map((reason) => reason.toLowerCase());

/** True if the line continues the reason: the two together are a known one, or the beginning of one. */
export function continuesReason(reason: string, line: string): boolean {
  const joined = `${reason} ${line}`.toLowerCase();
  return reason !== '' && longReasons.some((known) => `${known} `.startsWith(`${joined} `));
}

const noteShapes: readonly RegExp[] = [
  // `This host:1`: how many interfaces have failed on each side of an interface check.
  /^(?:This|Other) host ?: ?\d+$/i,
  // `single_vf : OUTSIDE, INSIDE`: in which context, and which.
  /^[\w-]+ ?: ?[\w./-]+(?:, ?[\w./-]+)*$/,
  /^\([^()]+\)$/,
  /^due to [a-z ]+$/i,
];

/** True for the lines that explain a reason. */
export function isNote(line: string): boolean {
  return noteShapes.some((shape) => shape.test(line));
}

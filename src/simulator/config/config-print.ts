import { isBvi, isForManagement, isTransparent } from './bridge-settings.ts';
import type { ConfigNode, ConfigTree } from './config-tree.ts';
import { configRank } from './config-order.ts';
import { type FailoverConfig, failoverSettings } from './failover-settings.ts';
import { interfaceSettings } from './interface-settings.ts';
import { maskedLine } from './masked-line.ts';

/** Whether secrets are masked, as `show running-config` does, or written, as flash and the mate need them. */
export type Secrecy = 'masked' | 'plain';

/** The configuration proper, without the lines that frame it: what is stored, sent to the mate, and printed. */
export function configLines(config: ConfigTree, secrecy: Secrecy): string[] {
  const nodes = [...config.nodes(), ...impliedNodes(config)];
  const lines: string[] = [];
  let before = '';
  for (const node of inOrder(nodes, false)) {
    const isInterface = node.key.startsWith('interface ');
    lines.push(...rulesBetween(before, node.key));
    lines.push(printed(node, secrecy));
    if (isInterface) lines.push(...interfaceLines(config, node, secrecy));
    else if (node.key.startsWith('context ')) lines.push(...contextLines(node, secrecy));
    else if (node.key.startsWith('failover group ')) lines.push(...groupLines(node, secrecy));
    else lines.push(...linesBelow(node, secrecy));
    before = node.key;
  }
  return lines;
}

/** The rules that stand between two lines of the top: around every interface, and around classes and policies. */
function rulesBetween(before: string, key: string): string[] {
  const begins = (word: string): boolean => key.startsWith(word) && !before.startsWith(word);
  if (key.startsWith('interface ') || before.startsWith('interface ') || begins('class-map ')) return ['!'];
  if (begins('policy-map ')) return ['!', '!'];
  return begins('service-policy ') ? ['!'] : [];
}

/** The lines below a line, each as deep as it stands. */
function linesBelow({ below }: ConfigNode, secrecy: Secrecy): string[] {
  return below.flatMap((line) =>
    [printed(line, secrecy), ...linesBelow(line, secrecy)].map((text) => ` ${text}`),
  );
}

/** The lines that begin with a word, with what stands below them: `show running-config access-list`. */
export function linesOf(config: ConfigTree, word: string): string[] {
  const nodes = [...config.nodes(), ...impliedNodes(config)];
  return inOrder(nodes, false)
    .filter(({ key, text }) =>
      [key, text, text.replace(/^no /, '')].some((one) => `${one} `.startsWith(`${word} `)),
    )
    .flatMap((node) => [printed(node, 'masked'), ...linesBelow(node, 'masked')]);
}

/** The `failover` lines alone. */
export function failoverLines(config: ConfigTree): string[] {
  const nodes = [...config.nodes(), ...impliedNodes(config)];
  return inOrder(nodes, false)
    .filter(({ key }) => key === 'failover' || key.startsWith('failover '))
    .flatMap((node) => [printed(node, 'masked'), ...groupLines(node, 'masked')]);
}

/** The poll time and the hold time of the units where nobody entered them, in milliseconds. */
type UnitTimes = Pick<FailoverConfig, 'unitPollMs' | 'unitHoldMs'>;

/** What the failover commands are where nobody entered them (ASA 5580 guide, «Configuring …»). */
const failoverDefaults = ({ unitPollMs, unitHoldMs }: UnitTimes): readonly ConfigNode[] =>
  [
    ['failover lan unit', 'failover lan unit secondary'],
    ['failover polltime unit', `failover polltime unit ${unitPollMs / 1000} holdtime ${unitHoldMs / 1000}`],
    ['failover polltime interface', 'failover polltime interface 5 holdtime 25'],
    ['failover interface-policy', 'failover interface-policy 1'],
    ['failover replication http', 'no failover replication http'],
  ].map(([key = '', text = '']) => ({ key, text, below: [] }));

/** `show running-config all failover`: with those that have their default values. */
export function allFailoverLines(config: ConfigTree, times: UnitTimes): string[] {
  const own = [...config.nodes(), ...impliedNodes(config)].filter(
    ({ key }) => key === 'failover' || key.startsWith('failover '),
  );
  const missing = failoverDefaults(times).filter(({ key }) => !own.some((node) => node.key === key));
  return inOrder([...own, ...missing], false).flatMap((node) => [
    printed(node, 'masked'),
    ...groupLines(node, 'masked'),
  ]);
}

/** The lines of one interface, without its head; what it does not have is said, each in its place. */
export function interfaceLines(config: ConfigTree, node: ConfigNode, secrecy: Secrecy): string[] {
  const name = node.key.slice('interface '.length);
  if (isBvi(node.key)) return inOrder(node.below, true).map((line) => ` ${printed(line, secrecy)}`);
  const purpose = interfaceSettings(config).find((one) => one.name === name)?.purpose;
  if (purpose === 'failover' || purpose === 'state') {
    const rest = inOrder(node.below, true).filter(({ key }) => key !== 'description');
    const description = `description ${linkWords(config, purpose)} Failover Interface`;
    return [` ${description}`, ...rest.map((line) => ` ${printed(line, secrecy)}`)];
  }
  const missing = [
    'nameif',
    'security-level',
    ...(!isTransparent(config) || isForManagement(config, name) ? ['ip address'] : []),
  ]
    .filter(() => config.kind !== 'system')
    .filter((key) => !node.below.some((line) => line.key === key))
    .map((key): ConfigNode => ({ key, text: `no ${key}`, below: [] }));
  return inOrder([...node.below, ...missing], true).map((line) => ` ${printed(line, secrecy)}`);
}

/** The lines of one context in the system configuration, without its head: indented by two, and a rule below. */
function contextLines(node: ConfigNode, secrecy: Secrecy): string[] {
  return [...inOrder(node.below, true).map((line) => `  ${printed(line, secrecy)}`), '!', ''];
}

/** The lines of a failover group stand as deep as those of a context. */
function groupLines(node: ConfigNode, secrecy: Secrecy): string[] {
  return inOrder(node.below, true).map((line) => `  ${printed(line, secrecy)}`);
}

/** `LAN/STATE` where the failover link is the state link as well (ASA 5580 guide, example 13-1). */
export function linkWords(config: ConfigTree, purpose: 'failover' | 'state'): string {
  if (purpose === 'state') return 'STATE';
  const { link, stateLink } = failoverSettings(config);
  return stateLink !== undefined && stateLink.nameif === link?.nameif ? 'LAN/STATE' : 'LAN';
}

/** What SNMP says of the unit: that it was not told is said (document 77809, «Configurations»). */
const silentStations = ['snmp-server location', 'snmp-server contact'];

/** Lines that stand in every configuration though nobody entered them. */
function impliedNodes(config: ConfigTree): ConfigNode[] {
  if (config.kind === 'context') return mtuNodes(config);
  const missing = ['failover', ...(config.kind === 'single' ? silentStations : [])]
    .filter((key) => config.text(key) === undefined)
    .map((key): ConfigNode => ({ key, text: `no ${key}`, below: [] }));
  const hasUnit =
    config.text('failover lan unit') !== undefined || config.text('failover lan interface') === undefined;
  const unit = hasUnit ? [] : [{ key: 'failover lan unit', text: 'failover lan unit secondary', below: [] }];
  return [...missing, ...unit, ...mtuNodes(config)];
}

function mtuNodes(config: ConfigTree): ConfigNode[] {
  const named = interfaceSettings(config).flatMap(({ nameif, purpose }) =>
    purpose === 'traffic' && nameif !== undefined ? [nameif] : [],
  );
  return named
    .filter((nameif) => config.text(`mtu ${nameif}`) === undefined)
    .map((nameif) => ({ key: `mtu ${nameif}`, text: `mtu ${nameif} 1500`, below: [] }));
}

function inOrder(nodes: readonly ConfigNode[], inSection: boolean): ConfigNode[] {
  return nodes
    .map((node, entered) => ({ node, entered, rank: configRank(node.key, inSection) }))
    .toSorted((a, b) => a.rank - b.rank || a.entered - b.entered)
    .map(({ node }) => node);
}

function printed(node: ConfigNode, secrecy: Secrecy): string {
  return secrecy === 'masked' ? maskedLine(node.text) : node.text;
}

import { wordFits } from '../../topology/index.ts';
import type { ContextFound, GroupFound, PairFacts } from '../facts.ts';
import { blank, entry, list, map, value } from '../node/draft-node.ts';
import type { DraftNode } from '../node/draft-node.ts';
import { secretReference } from '../secret-name.ts';
import { told } from '../told.ts';
import type { Told } from '../told.ts';
import { addressEntries, blankLink, interfaceNode, linkNode } from './interface-node.ts';
import { durationNode, foundNode, optionalNode, wordNode } from './word-node.ts';

/** The names of the secrets that the pair itself needs. */
export interface PairSecrets {
  readonly password: string;
  readonly enable: string;
  readonly failoverKey: string;
}

/** The part of a topology that is about the pair. */
export function pairNode(pair: PairFacts, secrets: PairSecrets): DraftNode {
  const { managementAddress: managed } = pair;
  const bridged = pair.firewall?.value === 'transparent';
  return map([
    entry('platform', foundNode(pair.platform, 'asa or pix')),
    entry('model', foundNode(pair.model, 'as show version prints it, such as ASA5520')),
    entry('firmware', foundNode(pair.firmware, 'as show version prints it, such as 8.2(5)')),
    entry('mode', foundNode(pair.mode, 'active-standby or active-active')),
    entry('firewall', bridged ? optionalNode(pair.firewall) : undefined),
    entry('management-address', bridged ? managedAt(managed) : undefined),
    entry('hostname', pair.hostname && wordNode('name', pair.hostname, 'the hostname')),
    entry('login', loginNode(pair, secrets)),
    entry('failover', failoverNode(pair, secrets)),
    ...protectedBy(pair, bridged),
  ]);
}

function managedAt(managed: PairFacts['managementAddress']): DraftNode {
  return map(addressEntries(managed?.value, true), managed?.from);
}

function loginNode({ username }: PairFacts, secrets: PairSecrets): DraftNode {
  return map([
    entry('username', wordNode('username', username, 'who logs in to both units')),
    entry('password', value(secretReference(secrets.password))),
    entry('enable', value(secretReference(secrets.enable))),
  ]);
}

function failoverNode({ failover }: PairFacts, secrets: PairSecrets): DraftNode {
  const { link, stateLink, cable, keyed } = failover;
  return map([
    entry('cable', cable?.value === true ? optionalNode(cable) : undefined),
    entry('link', cable?.value === true ? undefined : link ? linkNode(link) : blankLink(), link && link.from),
    entry('state-link', stateLink && linkNode(stateLink), stateLink && stateLink.from),
    entry('key', keyed && value(secretReference(secrets.failoverKey), `${keyed.from}; it shows no key`)),
    entry('unit-poll', durationNode(failover.unitPollMs)),
    entry('unit-hold', durationNode(failover.unitHoldMs)),
    entry('interface-poll', durationNode(failover.interfacePollMs)),
    entry('interface-hold', durationNode(failover.interfaceHoldMs)),
    entry('interface-policy', optionalNode(failover.policy)),
    entry(
      'replicate-http',
      failover.replicatesHttp?.value === true ? optionalNode(failover.replicatesHttp) : undefined,
    ),
  ]);
}

/** What the pair protects: in multiple context mode the interfaces are in the contexts. */
function protectedBy({ interfaces, contexts, groups, mode }: PairFacts, bridged: boolean) {
  if (contexts.length > 0 || mode?.value === 'active-active')
    return [
      entry('groups', groups.length > 0 ? map(groups.map(groupEntry)) : groupsMissing(mode)),
      entry(
        'contexts',
        contexts.length > 0 ? list(contexts.map(contextNode)) : blank('the contexts with their interfaces'),
      ),
    ];
  const nodes = interfaces.map((one) => interfaceNode(one, bridged));
  return [
    entry('interfaces', nodes.length > 0 ? list(nodes) : blank('the data interfaces that the pair protects')),
  ];
}

function groupsMissing(mode: PairFacts['mode']): DraftNode | undefined {
  return mode?.value === 'active-active'
    ? blank('failover groups 1 and 2, with the unit each prefers')
    : undefined;
}

function groupEntry({ from, group, prefers, preemptSeconds, replicatesHttp, policy }: GroupFound) {
  const node = map(
    [
      entry('prefer', prefers === undefined ? blank('primary or secondary') : value(prefers)),
      entry('preempt', preempt(preemptSeconds)),
      entry('replicate-http', replicatesHttp === true ? value(true) : undefined),
      entry('interface-policy', policy === undefined ? undefined : value(policy)),
    ],
    from,
  );
  return entry(String(group), node);
}

function preempt(seconds: number | undefined): DraftNode | undefined {
  if (seconds === undefined) return undefined;
  return seconds === 0 ? value(true) : value(`${seconds}s`);
}

function contextNode({ from, name, group, admin, interfaces }: ContextFound): DraftNode {
  const nodes = interfaces.map((one) => interfaceNode(one, false));
  return map([
    entry('name', contextName(told(name, from))),
    entry('admin', admin ? value(true) : undefined),
    entry('group', group === undefined ? undefined : value(group)),
    entry('interfaces', nodes.length > 0 ? list(nodes) : blank('the interfaces of the context')),
  ]);
}

function contextName(name: Told<string>): DraftNode {
  return wordFits('name', name.value) ? value(name.value, name.from) : wordNode('name', name, 'its name');
}

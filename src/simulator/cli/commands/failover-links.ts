import { inSameSubnet } from '../../ground/address.ts';
import { isTransparent } from '../../config/bridge-settings.ts';
import { sectionOf } from '../../config/interface-settings.ts';
import type { CommandSet } from '../command-set.ts';
import { type ConfigContext, refuse } from '../config-context.ts';

type LinkKey = 'failover lan interface' | 'failover link';

/** The failover link, the state link, and their addresses («The Failover and Stateful Failover Links»). */
export function addLinks(set: CommandSet<ConfigContext>): void {
  for (const key of ['failover lan interface', 'failover link'] as const) {
    set.add(`${key} <nameif> <hardware>`, ({ line, values }, context) => putLink(context, key, line, values));
    set.add([`no ${key}`, `no ${key} <line>`], (_call, { system }) => system.config.remove(key));
  }
  set.add('failover link <nameif>', ({ line, values }, context) => shareLink(context, line, values[0] ?? ''));
  set.add('failover interface ip <nameif> <ip> <mask> standby <ip>', ({ line, values }, context) =>
    putAddress(context, line, values),
  );
  set.add(
    ['no failover interface ip <nameif>', 'no failover interface ip <nameif> <line>'],
    ({ values }, { system }) => system.config.remove(`failover interface ip ${values[0] ?? ''}`),
  );
}

/** An interface that has a name cannot become a link («Failover Link»); other settings of it are cleared. */
function putLink(context: ConfigContext, key: LinkKey, line: string, values: readonly string[]): void {
  const { config } = context.system;
  const [nameif = '', hardware = ''] = values;
  if (config.text(key) === line) return;
  const sharesItsInterface = key === 'failover link' && nameOf(context, hardware) === nameif;
  if (sharesItsInterface) return shareLink(context, line, nameif);
  const refusal = whyNotLink(context, key, nameif, hardware);
  if (refusal !== undefined) return refuse(context, refusal);
  config.batch(() => {
    for (const section of config.nodes().map((node) => node.key)) {
      if (section.startsWith(`${sectionOf(hardware)}.`)) config.remove(section);
    }
    const section = sectionOf(hardware);
    for (const node of config.section(section)) {
      if (node.key !== 'shutdown' && node.key !== 'vlan') config.remove(node.key, section);
    }
    config.put(key, line);
  });
  context.print(`INFO: Non-failover interface config is cleared on ${hardware} and its sub-interfaces`);
}

function whyNotLink(
  context: ConfigContext,
  key: LinkKey,
  nameif: string,
  hardware: string,
): string | undefined {
  if (context.system.config.text('nameif', sectionOf(hardware)) !== undefined)
    return `Interface ${hardware} is configured with a name, remove it first`;
  if (context.origin === 'typed' && isNotThere(context, hardware))
    return `Interface ${hardware} does not exist, create it first`;
  const { link, stateLink } = context.system.failover();
  const other = key === 'failover link' ? link : stateLink;
  if (other?.hardware === hardware)
    return `Interface ${hardware} is used as failover interface ${other.nameif}`;
  const taken = context.system
    .interfaces()
    .some((one) => one.nameif === nameif && one.name !== hardware && one.name !== ownHardware(context, key));
  return taken ? `Name "${nameif}" has already been assigned to another interface` : undefined;
}

/** A link is «the physical port name» or «a previously created subinterface» («Configuring the Primary Unit»). */
function isNotThere({ system }: ConfigContext, hardware: string): boolean {
  return hardware.includes('.') && system.config.text(sectionOf(hardware)) === undefined;
}

/** The interface that the link has had so far. */
function ownHardware({ system }: ConfigContext, key: LinkKey): string | undefined {
  return system.config.text(key)?.split(' ').at(-1);
}

/** The name that an interface goes by, of its own or as a link. */
function nameOf({ system }: ConfigContext, hardware: string): string | undefined {
  const one = system.interfaces().find(({ name }) => name === hardware);
  return one?.purpose === 'state' ? undefined : one?.nameif;
}

/**
 * Over the failover link or over a data interface; the latter is warned of, and is for single context, routed mode only
 * («Stateful Failover Link»).
 */
function shareLink(context: ConfigContext, line: string, nameif: string): void {
  const { system } = context;
  const shared = system.interfaces().find((one) => one.nameif === nameif);
  if (!shared && context.origin === 'typed') return refuse(context, `% Invalid interface name ${nameif}`);
  if (shared?.purpose === 'traffic' && context.origin === 'typed') {
    if (system.spaces.multiple || isTransparent(system.config))
      return refuse(context, 'A data interface can be the state link in single context, routed mode only');
    for (const text of sharingWarning) context.print(text);
  }
  system.config.put('failover link', line);
}

const stars = '***** WARNING ***** WARNING ***** WARNING ***** WARNING *****';
const sharingWarning = [
  stars,
  '  Sharing Stateful failover interface with regular data interface is not',
  '  a recommended configuration due to performance and security concerns.',
  stars,
];

/**
 * Entered again, the command replaces what was entered before. The networks of the two links may overlap: in the
 * example of document 77809 they do.
 */
function putAddress(context: ConfigContext, line: string, values: readonly string[]): void {
  const [nameif = '', active = '', mask = '', standby = ''] = values;
  if (active === standby || !inSameSubnet(active, standby, mask))
    return refuse(context, 'Standby IP address must be another address in the subnet of the active one');
  context.system.config.put(`failover interface ip ${nameif}`, line);
}

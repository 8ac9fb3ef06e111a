import { UsageError } from '../../errors.ts';
import type { SnmpSwitchOptions } from '../../device/index.ts';
import { wordFits } from '../../topology/index.ts';
import { agentNode, communityName } from '../compose/device-nodes.ts';
import { entry, map, value } from '../node/draft-node.ts';
import type { DraftNode } from '../node/draft-node.ts';
import { secretName, secretReference } from '../secret-name.ts';

/** A switch that somebody named: how it is written, and how it is asked. */
export interface SwitchSpec {
  readonly name: string;
  readonly host: string;
  readonly node: DraftNode;
  /** The names of the secrets that it takes. */
  readonly secrets: readonly string[];
  readonly access: (reveal: (name: string) => string) => SnmpSwitchOptions['access'];
}

/**
 * Reads `sw1=10.1.1.5`, `sw1=10.1.1.5:1161`, or for SNMP version 3 `sw1=user@10.1.1.5`. Communities and passwords
 * are secrets named after the switch. Throws `UsageError`.
 */
export function switchSpec(text: string): SwitchSpec {
  const [, name = '', user, bracketed = '', digits] =
    /^([^=]+)=(?:([!-?A-~]+)@)?([\w.-]+|\[[\da-f:.]+\])(?::(\d{1,5}))?$/.exec(text) ?? [];
  const port = digits === undefined ? 161 : Number(digits);
  if (!wordFits('name', name) || port > 65_535 || port === 0)
    throw new UsageError(
      `${JSON.stringify(text)} names no switch: expected a name and its address, such as sw1=10.1.1.5, or sw1=user@10.1.1.5 for SNMP version 3`,
    );
  if (user?.includes(':') === true)
    throw new UsageError(
      `what stands behind the colon of the user name for ${name} looks like a password: those are never given on the command line, where others see them`,
    );
  const host = bracketed.replaceAll(/^\[|\]$/g, '');
  const written = digits === undefined ? undefined : port;
  if (user !== undefined) return byUser(name, user, { host, port, written });
  const community = communityName(name);
  return {
    name,
    host,
    node: agentNode(name, host, written),
    secrets: [community],
    access: (reveal) => ({ host, port, version: '2c', community: reveal(community) }),
  };
}

interface At {
  readonly host: string;
  readonly port: number;
  readonly written: number | undefined;
}

function byUser(name: string, user: string, { host, port, written }: At): SwitchSpec {
  const [auth, priv] = [secretName(name, 'auth'), secretName(name, 'priv')];
  return {
    name,
    host,
    node: map([
      entry('host', value(host)),
      entry('port', written === undefined ? undefined : value(written)),
      entry('version', value(3)),
      entry('user', value(user)),
      entry('auth', keyed('sha', auth)),
      entry('priv', keyed('aes', priv)),
    ]),
    secrets: [auth, priv],
    access: (reveal) => ({
      host,
      port,
      version: '3',
      user,
      auth: { protocol: 'sha', password: reveal(auth) },
      priv: { protocol: 'aes', password: reveal(priv) },
    }),
  };
}

function keyed(protocol: string, secret: string): DraftNode {
  return map([entry('protocol', value(protocol)), entry('password', value(secretReference(secret)))]);
}

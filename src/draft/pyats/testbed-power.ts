import { pduFamilies } from '../../topology/index.ts';
import type { FeedFound, PduFacts } from '../facts.ts';
import { secretName } from '../secret-name.ts';
import type { SecretsMet } from './testbed-secret.ts';
import type { TestbedView } from './testbed-view.ts';

/** What pyATS calls families that a topology calls otherwise. */
const families: Readonly<Record<string, string>> = { raritan: 'raritan-px2', apc: 'apc-rpdu', esxi: '' };

/** The feeds of a unit and the PDUs that they come from; `known` are those that the other unit has named already. */
export function testbedFeeds(
  view: TestbedView | undefined,
  known: readonly PduFacts[],
  met: SecretsMet,
): { readonly feeds: readonly FeedFound[]; readonly pdus: readonly PduFacts[] } {
  const cyclers = view?.at(0) ? view.keys().flatMap((key) => view.at(Number(key)) ?? []) : view ? [view] : [];
  const pdus: PduFacts[] = [];
  const feeds = cyclers.flatMap((cycler) => {
    const host = cycler.at('host')?.text() ?? '';
    const type = cycler.at('type')?.text();
    cycler.at('connection_type')?.text();
    const mine = [...known, ...pdus].find((one) => one.host === host);
    const name = mine?.name ?? `pdu${known.length + pdus.length + 1}`;
    if (!mine) pdus.push({ name, from: cycler.place(), ...familyOf(type), host, protected: [] });
    tellSecrets(cycler, name, met);
    const outlets = cycler.at('outlets');
    return (outlets?.keys() ?? []).flatMap((key): readonly FeedFound[] => {
      const outlet = outlets?.at(Number(key))?.text();
      return outlet === undefined ? [] : [{ pdu: name, outlet, from: cycler.place() }];
    });
  });
  return { feeds, pdus };
}

function familyOf(type: string | undefined): { family?: string } {
  if (type === undefined) return {};
  const word = type.toLowerCase();
  const family =
    pduFamilies.find((one) => one === word) ?? (Object.hasOwn(families, word) ? families[word] : undefined);
  return { family: family === undefined || family === '' ? type : family };
}

/** Communities are secrets here, and the draft refers to that of the PDU by its name. */
function tellSecrets(cycler: TestbedView, name: string, { notes }: SecretsMet): void {
  for (const key of ['read_community', 'write_community', 'community', 'password']) {
    const view = cycler.at(key);
    if (view?.text() !== undefined)
      notes.push(`${view.place()}: the ${key} was not copied: set ${secretName(name, 'community')}`);
  }
}

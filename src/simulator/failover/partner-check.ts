import type { FailoverHost } from './host.ts';
import { type Mismatch, mismatch } from './identity.ts';
import type { UnitIdentity } from '../message/unit-identity.ts';

const stars = '************WARNING****WARNING****WARNING********************************';

/** Looks at who the mate is, and says so on the console and in the log when it is not like this unit: once. */
export class PartnerCheck {
  readonly #host: FailoverHost;
  #looked:
    | { readonly ours: UnitIdentity; readonly mate: UnitIdentity; readonly found: Mismatch | undefined }
    | undefined;

  constructor(host: FailoverHost) {
    this.#host = host;
  }

  /** What keeps these two units from being a pair; undefined if nothing does. */
  look(mate: UnitIdentity): Mismatch | undefined {
    const ours = this.#host.identity();
    const before = this.#looked;
    const isKnown = before && isSame(before.ours, ours) && isSame(before.mate, mate);
    const found = isKnown ? before.found : this.#host.box.traits.objects(mismatch(ours, mate), ours, mate);
    this.#looked = { ours, mate, found };
    if (isKnown) return found;
    if (found) this.#tell(found, ours, mate);
    else if (ours.version !== mate.version) {
      this.#host.notify(`\r\n${notIdentical(ours, mate, 'identical')}`);
      this.#host.report((say) => say.mateVersion(mate.version, ours.version, true));
    }
    return found;
  }

  /** A mate that is heard again after it was gone is looked at anew. */
  forget(): void {
    this.#looked = undefined;
  }

  #tell(found: Mismatch, ours: UnitIdentity, mate: UnitIdentity): void {
    const { notify, text } = {
      notify: (line: string) => this.#host.notify(line),
      text: wording(found, ours, mate),
    };
    notify(`\r\n${text}`);
    // No message about RAM is known; that failover is disabled is logged in any case.
    if (found.kind === 'memory') return;
    this.#host.report((say) => {
      if (found.kind === 'interfaces') return say.interfaceCount();
      if (found.kind === 'version') return say.mateVersion(mate.version, ours.version, false);
      if (found.kind === 'mode') return say.mode(found.mate, found.ours);
      if (found.kind === 'licence') return say.licence(found.mate, found.ours);
      return found.kind === 'chassis' ? say.chassis() : say.card(mate.card ?? 'NONE', 1, ours.card ?? 'NONE');
    });
  }
}

function isSame(one: UnitIdentity, other: UnitIdentity): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function notIdentical(ours: UnitIdentity, mate: UnitIdentity, word: string): string {
  const text = `   Mate version ${mate.version} is not ${word} with ours ${ours.version}`;
  return [stars, text, stars, ''].join('\r\n');
}

/** The sentence about licences is a captured one; the others follow it, from memory. */
function wording(found: Mismatch, ours: UnitIdentity, mate: UnitIdentity): string {
  const then = 'Failover will be disabled.\r\n';
  if (found.kind === 'version') return `${notIdentical(ours, mate, 'compatible')}${then}`;
  if (found.kind === 'licence')
    return `Mate's license (${found.mate}) is not compatible with my license (${found.ours}). ${then}`;
  if (found.kind === 'mode')
    return `Mate's operational mode (${found.mate}) is not compatible with my mode (${found.ours}). ${then}`;
  if (found.kind === 'chassis')
    return `Mate's chassis (${mate.model}) is different from my chassis (${ours.model}). ${then}`;
  if (found.kind === 'memory')
    return `Mate's RAM (${mate.memoryMb} MB) is different from my RAM (${ours.memoryMb} MB). ${then}`;
  if (found.kind === 'interfaces')
    return `Mate's interfaces (${mate.interfaces.length}) are different from my interfaces (${ours.interfaces.length}). ${then}`;
  const [theirs, own] = [mate, ours].map(({ card }) => card ?? 'empty');
  return `Mate's card in slot 1 (${theirs}) is different from my card (${own}). ${then}`;
}

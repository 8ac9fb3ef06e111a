/** Whether the pair can do without a unit, and the change of roles that makes it so. */
import { activeUnit, missingForSteady, reportOf } from '../bench/index.ts';
import type { Bench, ChangedOf, Effect, PairSeen } from '../bench/index.ts';
import { BenchError } from '../errors.ts';
import { groupsOn, mateOf, stateOn, unitNames } from '../pair/index.ts';
import type { GroupId, UnitName } from '../pair/index.ts';

/** Who had which group when the audit began. */
type Roles = ReadonlyMap<GroupId, UnitName>;

const rolesKey = 'audit:roles';

/** The unit stands by, ready, in every group, and its mate is active: the pair can do without it. */
export function standsBy(seen: PairSeen, unit: UnitName): boolean {
  const [own, mate] = [reportOf(seen[unit])?.thisHost, reportOf(seen[mateOf(unit)])?.thisHost];
  if (own?.unit !== unit || mate?.unit !== mateOf(unit)) return false;
  return (
    groupsOn(own).every((group) => stateOn(own, group) === 'standby-ready') &&
    groupsOn(mate).every((group) => stateOn(mate, group) === 'active')
  );
}

/** One unit is active in each group and the other is ready to take over: either can be spared once it stands by. */
export function isReady(seen: PairSeen): boolean {
  const [primary, secondary] = unitNames.map((unit) => reportOf(seen[unit])?.thisHost);
  if (primary?.unit !== 'primary' || secondary?.unit !== 'secondary') return false;
  return groupsOn(primary).every((group) => {
    const states = [primary, secondary].map((host) => stateOn(host, group));
    return states.includes('active') && states.includes('standby-ready');
  });
}

/** The pair as an audit found it: what is not in order, and who had which role. */
export class Rest {
  /** What was not in order from the beginning, and was agreed to. */
  readonly missing: readonly string[];
  /** The unit to begin with, which stands by; in Active/Active, where each may be active for a group, the secondary. */
  readonly standby: UnitName;
  readonly #bench: Bench;
  readonly #signal: AbortSignal;
  readonly #roles: Roles;

  constructor(bench: Bench, seen: PairSeen, signal: AbortSignal) {
    this.#bench = bench;
    this.#signal = signal;
    this.missing = missingForSteady(seen);
    this.standby = unitNames.find((unit) => standsBy(seen, unit)) ?? 'secondary';
    const own = reportOf(seen.primary)?.thisHost;
    this.#roles = new Map(
      (own ? groupsOn(own) : []).flatMap((group) => {
        const unit = activeUnit(seen, group);
        return unit === undefined ? [] : [[group, unit] as const];
      }),
    );
  }

  /** Writes down who had which role, before anything is done. */
  async keep(): Promise<void> {
    const words = [...this.#roles].map(([group, unit]) => `${unit} active${this.#of(group)}`).join(', ');
    const nothing = (): Promise<Effect> => {
      const nowMs = this.#bench.clock.nowMs();
      return Promise.resolve({ effectMs: { loMs: nowMs, hiMs: nowMs }, witness: 'nothing is changed yet' });
    };
    await this.#bench.breakage.cause(
      rolesKey,
      { restores: words, of: this.#asNow() },
      () => this.#putBack(),
      nothing,
    );
  }

  #asNow(): ChangedOf<'roles'> {
    const { units } = this.#bench.topology;
    const active = [...this.#roles].map(([group, unit]) => ({ group, unit, serial: units[unit].serial }));
    return { kind: 'roles', active };
  }

  /** Gives the roles back. */
  async restore(): Promise<void> {
    await this.#bench.breakage.restore(rolesKey);
  }

  /** Waits until both units are as they were. Throws `BenchError` when they are not within the time that the pair may take. */
  async untilReady(signal?: AbortSignal): Promise<void> {
    const isSo = (seen: PairSeen): boolean => isReady(seen) && this.#worse(seen).length === 0;
    const { watch, topology } = this.#bench;
    const boundMs = topology.pair.steady;
    if (await watch.waitUntil('both units are there and ready', isSo, boundMs, signal)) return;
    const why = this.#worse(watch.latest).join('; ') || 'it came and went';
    throw new BenchError('pair', `is not as it was before within ${boundMs / 1000} s: ${why}`);
  }

  /** Makes a unit the standby unit in every group, by telling its mate. Its mate has to be ready for that. */
  async makeStandby(unit: UnitName): Promise<void> {
    await this.untilReady(this.#signal);
    if (standsBy(this.#bench.watch.latest, unit)) return;
    const mate = mateOf(unit);
    const did = `failover active on ${mate}, so that ${unit} stands by`;
    await this.#bench.notebook.act({ did, role: 'setup', stimuli: [] }, async () => {
      const { askedMs, answeredMs } = await this.#bench.tell(mate, 'failover active');
      await this.#until(`${unit} stands by`, (seen) => standsBy(seen, unit), this.#signal);
      return { effectMs: { loMs: askedMs, hiMs: answeredMs }, witness: `console ${mate}` };
    });
    await this.untilReady(this.#signal);
  }

  async #putBack(): Promise<Effect> {
    const loMs = this.#bench.clock.nowMs();
    await this.untilReady();
    for (const [group, unit] of this.#roles)
      if (activeUnit(this.#bench.watch.latest, group) !== unit)
        await this.#bench.tell(unit, `failover active${this.#of(group).replace(' for', '')}`);
    const isSo = (seen: PairSeen): boolean =>
      [...this.#roles].every(([group, unit]) => activeUnit(seen, group) === unit);
    await this.#until('the roles are as they were', isSo);
    return { effectMs: { loMs, hiMs: this.#bench.clock.nowMs() }, witness: 'both consoles' };
  }

  async #until(what: string, isSo: (seen: PairSeen) => boolean, signal?: AbortSignal): Promise<void> {
    const { watch, topology } = this.#bench;
    if (await watch.waitUntil(what, isSo, topology.pair.steady, signal)) return;
    throw new BenchError('pair', `«${what}» did not show within ${topology.pair.steady / 1000} s`);
  }

  #of(group: GroupId): string {
    return this.#bench.topology.pair.mode === 'active-active' ? ` for group ${group}` : '';
  }

  #worse(seen: PairSeen): readonly string[] {
    return missingForSteady(seen).filter((reason) => !this.missing.includes(reason));
  }
}

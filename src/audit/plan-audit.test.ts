import { resolve } from 'node:path';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { mateOf, unitNames } from '../pair/index.ts';
import type { UnitName } from '../pair/index.ts';
import { readTopology } from '../topology/index.ts';
import type { Topology } from '../topology/index.ts';
import { planAudit } from './index.ts';
import type { AuditPlan } from './index.ts';

const { topology: simulated } = readTopology(resolve(import.meta.dirname, '../../topologies/simulated.yaml'));

const devices = ['a', 'b'] as const;
const names = ['1', '2', '3', '4', '5'] as const;
const place = fc.record({ device: fc.constantFrom(...devices), name: fc.constantFrom(...names) });
const kept = fc.record({ a: fc.subarray([...names]), b: fc.subarray([...names]) });

/** A topology as nobody would read it in: what is used may be protected, and both units may be at one outlet. */
const anyTopology = fc
  .record({
    power: fc.record({
      primary: fc.uniqueArray(place, { minLength: 1, maxLength: 4, selector: JSON.stringify }),
      secondary: fc.uniqueArray(place, { minLength: 1, maxLength: 4, selector: JSON.stringify }),
    }),
    cables: fc.record({
      primary: fc.array(place, { maxLength: 5 }),
      secondary: fc.array(place, { maxLength: 5 }),
    }),
    keptPorts: kept,
    keptOutlets: kept,
  })
  .map(({ power, cables, keptPorts, keptOutlets }): Topology => {
    const topology = structuredClone(simulated);
    const [sw] = Object.values(topology.switches);
    const [pdu] = Object.values(topology.pdus);
    topology.switches = Object.fromEntries(
      devices.map((name) => [name, { ...sw!, protected: keptPorts[name] }]),
    );
    topology.pdus = Object.fromEntries(
      devices.map((name) => [name, { ...pdu!, protected: keptOutlets[name] }]),
    );
    for (const unit of unitNames) {
      topology.units[unit].power = power[unit].map(({ device, name }) => ({ pdu: device, outlet: name }));
      topology.units[unit].cables = Object.fromEntries(
        cables[unit].map(({ device, name }, at) => [
          `GigabitEthernet0/${at}`,
          { switch: device, port: name },
        ]),
      );
    }
    return topology;
  });

const forAll = (law: (topology: Topology, standby: UnitName, plan: AuditPlan) => void): void =>
  fc.assert(
    fc.property(anyTopology, fc.constantFrom(...unitNames), (topology, standby) =>
      law(topology, standby, planAudit(topology, standby)),
    ),
    { numRuns: 500 },
  );

describe('the plan of an audit', () => {
  it('never touches what is protected, and names it', () => {
    forAll((topology, _standby, { steps, untouched }) => {
      for (const step of steps) {
        if (step.kind === 'port') expect(topology.switches[step.switch]!.protected).to.not.include(step.port);
        if (step.kind === 'outlet')
          for (const { pdu, outlet } of step.feeds)
            expect(topology.pdus[pdu]!.protected).to.not.include(outlet);
      }
      const called = untouched.map((each) => each.called);
      for (const device of devices)
        expect(called).to.include.members([
          ...topology.switches[device]!.protected.map((port) => `${port} of ${device}`),
          ...topology.pdus[device]!.protected.map((outlet) => `outlet ${outlet} of ${device}`),
        ]);
    });
  });

  it('never takes a feed from both units, and touches a unit only after it was made to stand by', () => {
    forAll(({ units }, standby, { steps }) => {
      let spared: UnitName | undefined;
      for (const step of steps) {
        if (step.kind === 'roles') spared = step.unit;
        expect(step.unit).to.equal(spared);
        if (step.kind !== 'outlet') continue;
        const ofMate = units[mateOf(step.unit)].power.map(({ pdu, outlet }) => `${pdu} ${outlet}`);
        for (const { pdu, outlet } of step.feeds) expect(ofMate).to.not.include(`${pdu} ${outlet}`);
      }
      expect(steps[0]).to.include({ kind: 'roles', unit: standby });
      expect(steps.filter(({ kind }) => kind === 'roles')).to.have.length(2);
    });
  });

  it('pulses every port and feed once that is free, one feed of several alone and then all together', () => {
    forAll((topology, _standby, { steps }) => {
      for (const unit of unitNames) {
        const { cables, power } = topology.units[unit];
        const ports = steps.flatMap((step) =>
          step.kind === 'port' && step.unit === unit ? [step.socket] : [],
        );
        const free = Object.entries(cables).filter(
          ([, { switch: of, port }]) => !topology.switches[of]!.protected.includes(port),
        );
        expect(ports).to.deep.equal(free.map(([socket]) => socket));
        const outlets = steps.flatMap((step) => (step.kind === 'outlet' && step.unit === unit ? [step] : []));
        const whole = outlets.filter(({ darkens }) => darkens);
        expect(whole.length).to.be.at.most(1);
        for (const { feeds } of whole) expect(feeds).to.deep.equal(power);
        for (const { feeds, darkens } of outlets)
          if (!darkens) expect([feeds.length, power.length > 1]).to.deep.equal([1, true]);
      }
    });
  });

  it('takes as long as its steps', () => {
    forAll((_topology, _standby, { steps, takes }) => {
      expect(takes.leastMs).to.equal(steps.reduce((sum, { leastMs }) => sum + leastMs, 0));
      expect(takes.mostMs).to.be.at.least(takes.leastMs);
    });
  });
});

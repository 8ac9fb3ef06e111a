import { expect } from 'chai';
import type { PairState } from '../pair-state.ts';
import { autoUpdate } from '../requirement/auto-update.ts';
import { updateConditions, updateHindrances } from './may-update.ts';
import type { UpdateMoment } from './may-update.ts';
import { updateSays, updateSteps, updateStepsSay } from './update-steps.ts';
import type { Outdated } from './update-steps.ts';

const pair: PairState = {
  units: { primary: 'active', secondary: 'standby-ready' },
  failoverLink: 'up',
  monitored: [],
  down: { primary: [], secondary: [] },
};
const moment: UpdateMoment = { pair, contexts: 'single', configuredOn: 'primary', isSynchronizing: false };
const current: Outdated = { image: [], deviceManager: false, configuration: false };
const said = (...of: Parameters<typeof updateSteps>): readonly string[] =>
  updateSteps(...of).map(({ who, does, together }) => `${together ? '+ ' : ''}${who} ${does}`);
const begun = ['primary tells its checksums', '+ secondary tells its checksums'];
const called = [...begun, 'primary calls the server'];
const ended = [...called, 'primary ends until the next poll time'];

describe('when the Auto Update process can run', () => {
  const standbyFailed: PairState = { ...pair, units: { primary: 'active', secondary: 'failed' } };
  const rows: readonly (readonly [string, Partial<UpdateMoment>, readonly string[]])[] = [
    ['a steady pair', {}, []],
    ['multiple mode', { contexts: 'multiple' }, ['AU-SINGLE-ACTIVE-STANDBY']],
    ['Active/Active', { pair: { ...pair, group2: pair } }, ['AU-SINGLE-ACTIVE-STANDBY']],
    ['on the secondary', { configuredOn: 'secondary' }, ['AU-CONFIGURED-ON-PRIMARY']],
    ['synchronizing', { isSynchronizing: true }, ['AU-NOT-WHILE-SYNCING']],
    ['standby failed', { pair: standbyFailed }, ['AU-NOT-WHILE-FAILED']],
    ['its card failed', { pair: standbyFailed, failedByCard: true }, []],
    ['link down', { pair: { ...pair, failoverLink: 'down' } }, ['AU-NOT-WITHOUT-LINK']],
    ['no one active unit', { pair: { ...pair, units: { primary: 'failed', secondary: 'failed' } } }, []],
  ];
  for (const [what, changed, expected] of rows)
    it(`${what}: ${expected.join() || 'it can'}`, () =>
      expect(
        updateHindrances({ ...moment, ...changed }).map(({ requirement }) => requirement.id),
      ).to.deep.equal(expected));

  it('has a condition for each thing that the guide names', () => expect(updateConditions).to.have.length(5));
});

describe('the steps of the Auto Update process', () => {
  it('end at once when all checksums match', () => expect(said('primary', current)).to.deep.equal(ended));

  it('begin with a failover to the primary, if it is not active', () =>
    expect(said('secondary', current)).to.deep.equal([
      ...begun,
      'primary becomes active',
      'primary calls the server',
      'primary ends until the next poll time',
    ]));

  const copied = ['primary fetches the image', 'primary copies the image to its mate'];
  const rows: readonly (readonly [string, Outdated['image'], boolean, readonly string[]])[] = [
    [
      'both, hitless',
      ['primary', 'secondary'],
      true,
      [
        ...copied,
        'secondary reloads',
        'secondary becomes active',
        'primary reloads',
        'primary becomes active',
      ],
    ],
    [
      'both, not hitless',
      ['primary', 'secondary'],
      false,
      [...copied, 'primary reloads', '+ secondary reloads'],
    ],
    ['the secondary', ['secondary'], true, [...copied, 'secondary reloads']],
    ['the secondary, not hitless', ['secondary'], false, [...copied, 'secondary reloads']],
    [
      'the primary',
      ['primary'],
      true,
      ['primary fetches the image', 'secondary becomes active', 'primary reloads'],
    ],
  ];
  for (const [what, image, isHitless, expected] of rows)
    it(`a new image for ${what}`, () =>
      expect(said('primary', { ...current, image }, isHitless)).to.deep.equal([
        ...called,
        ...expected,
        ...ended,
      ]));

  it('take image, device manager and configuration in this order, beginning again after each', () =>
    expect(said('primary', { image: ['secondary'], deviceManager: true, configuration: true })).to.deep.equal(
      [
        ...called,
        ...copied,
        'secondary reloads',
        ...called,
        'primary fetches the device manager',
        'primary copies the device manager to its mate',
        ...called,
        'primary fetches the configuration',
        'primary takes the configuration',
        '+ secondary takes the configuration',
        ...ended,
      ],
    ));

  it('never let the secondary call or fetch', () => {
    for (const active of ['primary', 'secondary'] as const)
      for (const { who, does } of updateSteps(active, {
        image: ['primary', 'secondary'],
        deviceManager: true,
        configuration: true,
      }))
        if (/^(calls|fetches|copies|ends)/.test(does)) expect(who, does).to.equal('primary');
  });

  it('serve every requirement of the update, with its conditions', () => {
    const everything: readonly Outdated['image'][] = [['primary', 'secondary'], ['primary'], ['secondary']];
    const steps = everything.flatMap((image) =>
      [true, false].flatMap((isHitless) =>
        updateSteps('secondary', { image, deviceManager: true, configuration: true }, isHitless),
      ),
    );
    const named = new Set([
      ...steps.flatMap(({ requirements }) => requirements),
      ...updateConditions.map(({ requirement }) => requirement),
      ...updateSays,
    ]);
    expect([...named].map(({ id }) => id)).to.have.members(Object.values(autoUpdate).map(({ id }) => id));
    const ofSteps = new Set(steps.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
    expect([...ofSteps]).to.have.members(updateStepsSay.map(({ id }) => id));
  });
});

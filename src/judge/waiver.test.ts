/** What is lived with is told as such: it does not pass, it stops nobody, and not for ever. */
import { expect } from 'chai';
import type { Entry } from '../timeline/entry.ts';
import { judge } from './judge.ts';
import { judgeScenario } from './judge-scenario.ts';
import { renumbered, run } from './made.test-support.ts';
import type { Story } from './made-story.test-support.ts';
import { activeLoss, forced } from './stories.test-support.ts';
import { isInForce, versionNumbers } from './waiver.ts';
import type { FirmwareRange, Waiver } from './waiver.ts';

/** The mate takes over two seconds too late, and all else is as it should be. The run was made on 2 January 2026. */
const lateMs = 2000;
const later = ({ atMs, ...turn }: Story['turns'][number]) => ({
  ...turn,
  atMs: atMs > 20 ? atMs + lateMs : atMs,
});
const broken: Story = {
  ...activeLoss,
  turns: activeLoss.turns.map(later),
  healMs: activeLoss.healMs + lateMs,
  endMs: activeLoss.endMs + lateMs,
  probes: { lost: (atMs) => atMs >= 20 && atMs < 905 + lateMs },
};

/** With what both units run on record. */
function withFirmware(entries: readonly Entry[], firmware = '8.0(4)'): Entry[] {
  const [first, ...rest] = entries;
  const saw = { sight: 'identity', serial: '1', model: 'ASA5520', firmware } as const;
  const identity = {
    kind: 'observation',
    seq: 0,
    askedMs: 1,
    answeredMs: 2,
    witness: 'console primary',
    saw,
  } as const;
  return renumbered([...(first ? [first] : []), identity, ...rest]);
}

const failing = withFirmware(run(forced, broken));
const failed = judge(failing).scenarios.flatMap(({ findings }) =>
  findings.filter(({ outcome }) => outcome === 'fail').map(({ requirements }) => requirements),
);

const waiver = (requirement: string, more: Partial<Waiver> = {}): Waiver => ({
  requirement,
  firmware: { text: 'any' },
  reason: 'known',
  bug: 'CSCab12345',
  expires: '2026-01-02',
  place: 'waivers.yaml:2',
  ...more,
});
const forAll = [...new Set(failed.flat())].map((requirement) => waiver(requirement));
const standings = (entries: readonly Entry[], ...waivers: readonly Waiver[]) =>
  judge(entries, { waivers }).waivers?.map(({ standing }) => standing);

describe('a waiver', () => {
  it('is told of a scenario as soon as it ended as it is of the run', () => {
    const { scenarios } = judge(failing, { waivers: forAll });
    expect(scenarios.map(({ outcome }) => outcome)).to.include('waived');
    expect(scenarios.map(({ scenario }) => judgeScenario(failing, scenario, forAll))).to.deep.equal(
      scenarios,
    );
  });

  it('leaves a finding failed and the run neither passed nor failed, and ends with 0', () => {
    expect(judge(failing)).to.include({ outcome: 'fail', exitCode: 1 });
    const verdict = judge(failing, { waivers: forAll });
    expect(verdict).to.include({ outcome: 'waived', exitCode: 0 });
    expect(verdict.scenarios.map(({ outcome }) => outcome)).to.deep.equal(['pass', 'waived']);
    const waived = verdict.scenarios[1]?.findings.filter((finding) => finding.waived);
    expect(waived).to.have.length(failed.length);
    expect(waived?.map(({ outcome }) => outcome)).to.include('fail');
    expect(verdict.scenarios[1]?.because).to.match(/^Waived until 2026-01-02 \(CSCab12345\): /);
  });

  it('does not settle what is open beside what fails', () => {
    const never = withFirmware(run({ ...activeLoss, turns: activeLoss.turns.slice(0, 1) }));
    expect(judge(never, { waivers: forAll })).to.include({ outcome: 'inconclusive', exitCode: 2 });
  });

  it('that another failure is not named by leaves the run failed', () => {
    const [first = []] = failed;
    const others = forAll.filter(({ requirement }) => !first.includes(requirement));
    expect(judge(failing, { waivers: others })).to.include({ outcome: 'fail', exitCode: 1 });
  });

  it('that expired waives nothing, and fails a run in which everything passes', () => {
    const late = forAll.map((each) => ({ ...each, expires: '2026-01-01' }));
    const verdict = judge(failing, { waivers: late });
    expect(verdict).to.include({ outcome: 'fail', exitCode: 1 });
    expect(verdict.scenarios[1]?.outcome).to.equal('fail');
    const honest = judge(withFirmware(run(forced)), { waivers: late });
    expect(honest).to.include({ outcome: 'fail', exitCode: 1 });
    expect(honest.waivers?.[0]?.told).to.include('expired on 2026-01-01, and the run was made on 2026-01-02');
  });

  it('is reported when what it waives has come to pass, or was not asked', () => {
    const passing = withFirmware(run(forced));
    const [finding] = judge(passing).scenarios[0]?.findings ?? [];
    const verdict = judge(passing, { waivers: [waiver(finding?.requirements[0] ?? '')] });
    expect(verdict).to.include({ outcome: 'pass', exitCode: 0 });
    expect(verdict.waivers?.[0]?.told).to.include('is not needed any more');
    expect(standings(passing, waiver('AA-NOBODY-ASKED'))).to.deep.equal(['untouched']);
  });

  it('does not make up for evidence that is not whole, nor for a run that nobody can date', () => {
    const holed = failing.filter((_, at) => at !== failing.length - 40);
    expect(judge(holed, { waivers: forAll }).outcome).to.equal('inconclusive');
    const headless = judge(failing.slice(1), { waivers: forAll });
    expect(headless.outcome).to.equal('fail');
  });

  it('does not hide that the bench was left dirty', () => {
    const last = failing.at(-1)!;
    const trouble = {
      kind: 'trouble',
      seq: 0,
      atMs: 1e6,
      whose: 'bench',
      message: 'outlet 1',
      benchLeftDirty: true,
    } as const;
    const dirty = renumbered([...failing.slice(0, -1), trouble, last]);
    expect(judge(dirty, { waivers: forAll }).exitCode).to.equal(4);
  });

  const range = (text: string, from?: string, to?: string): FirmwareRange => ({
    text,
    ...(from === undefined ? {} : { from: versionNumbers(from)! }),
    ...(to === undefined ? {} : { to: versionNumbers(to)! }),
  });
  for (const [firmware, within, is] of [
    ['8.0(4)', range('any'), true],
    ['8.0(4)', range('8.0(4)', '8.0(4)', '8.0(4)'), true],
    ['8.0(4)32', range('8.0(4)', '8.0(4)', '8.0(4)'), true],
    ['8.0(5)', range('8.0(4)', '8.0(4)', '8.0(4)'), false],
    ['8.2(5)', range('up to 8.2', undefined, '8.2'), true],
    ['8.3(1)', range('up to 8.2', undefined, '8.2'), false],
    ['8.0(3)', range('from 8.0(4)', '8.0(4)'), false],
    ['9.12(4)37', range('from 8.0(4)', '8.0(4)'), true],
    ['no version', range('from 8.0(4)', '8.0(4)'), false],
  ] as const)
    it(`for ${within.text} is ${is ? '' : 'not '}in force for ${firmware}`, () => {
      const each = waiver('AS-ONE-ACTIVE', { firmware: within });
      expect(isInForce(each, { day: '2026-01-02', firmware: [firmware] })).to.equal(is);
    });

  it('is in force only when the firmware of every unit is on record and within', () => {
    const each = waiver('AS-ONE-ACTIVE', { firmware: range('up to 8.2', undefined, '8.2') });
    const day = '2026-01-02';
    expect(isInForce(each, { day, firmware: [] })).to.equal(false);
    expect(isInForce(each, { day, firmware: ['8.2(1)', '8.3(1)'] })).to.equal(false);
    expect(isInForce(each, { day: undefined, firmware: ['8.2(1)'] })).to.equal(false);
  });
});

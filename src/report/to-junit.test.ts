import { expect } from 'chai';
import type { Verdict } from '../judge/index.ts';
import { hostileRun } from './hostile-run.test-support.ts';
import { toJunit } from './index.ts';
import { liveRun } from './live-run.test-support.ts';

/** Names of elements in order; throws where the file is not well-formed. */
function elements(xml: string): readonly string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const rest = xml.replaceAll(
    /<(\/?)([a-z-]+)((?: [a-z-]+="[^"<]*")*)(\/?)>/g,
    (_, ends: string, name: string, __, empty: string) => {
      if (ends && open.pop() !== name) throw new Error(`</${name}> ends nothing`);
      if (!ends) seen.push(name);
      if (!ends && !empty) open.push(name);
      return '';
    },
  );
  const stray = /[<>]|&(?!(?:amp|lt|gt|quot|#\d+);)/.exec(
    rest.replace('<?xml version="1.0" encoding="UTF-8"?>', ''),
  );
  if (stray || open.length > 0) throw new Error(`not well-formed: ${stray?.[0] ?? open.join(' ')}`);
  return seen;
}

describe('the verdict as JUnit XML', () => {
  const { verdict, entries } = liveRun();
  const xml = toJunit(verdict, entries);

  it('has a case for each scenario, and says of which kind each fault is', () => {
    const names = elements(xml);
    expect(names.filter((name) => name === 'testcase')).to.have.length(5);
    expect(xml).to.match(
      /<testsuite name="fover" timestamp="2026-02-03T04:05:06\.789Z" tests="5" failures="1" errors="2" skipped="1" time="52\.000">/,
    );
    expect(xml).to.match(/<failure message="secondary never became active[^>]*" type="fail">/);
    expect(xml).to.match(/<error message="secondary could not be seen[^>]*" type="inconclusive">/);
    expect(xml).to.match(/<error message="outlet 2 of pdu1 never went off" type="infrastructure">/);
    expect(xml).to.include('<skipped message="the bench has no way to reload"/>');
    expect(xml)
      .to.include('<property name="bench" value="simulated"/>')
      .and.include('<property name="requirement" value="UH-1"/>');
    expect(xml).to.include('<property name="requirements" value="AS-2 IH-3 OPS-1 UH-1"/>');
  });

  it('is never green when the verdict is not', () => {
    const scenarios = verdict.scenarios.slice(0, 1);
    const spoiled = (changes: Partial<Verdict>): string => toJunit({ ...verdict, scenarios, ...changes });
    expect(spoiled({ outcome: 'pass', exitCode: 0 })).to.include('tests="1" failures="0" errors="0"');
    expect(spoiled({ exitCode: 2 }))
      .to.match(/tests="2" failures="0" errors="1"/)
      .and.match(/<testcase name="the run itself"[^]*type="inconclusive"/);
    expect(spoiled({ exitCode: 3 })).to.match(/<testcase name="the run itself"[^]*type="infrastructure"/);
    expect(spoiled({ exitCode: 4 })).to.match(/<testcase name="the run itself"[^]*type="dirty"/);
    expect(spoiled({ exitCode: 1 })).to.match(/<testcase name="the run itself"[^]*<failure/);
    expect(spoiled({ exitCode: 2, scenarios: [] })).to.include('tests="1" failures="0" errors="1"');
  });

  it('stays well-formed whatever the words are', () => {
    const hostile = hostileRun();
    const told = toJunit(hostile.verdict, hostile.entries);
    expect(elements(told)).to.deep.equal(elements(xml));
    expect(told).to.include('&lt;script&gt;alert(1)').and.not.include('<script').and.not.include(']]>');
    expect(told).to.not.match(/[^\P{Cc}\n\t]|\uFFFE/u);
  });
});

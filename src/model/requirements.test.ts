import { expect } from 'chai';
import { families } from './requirement/families.ts';
import { guides } from './requirement/guides.ts';
import { requirements } from './requirements.ts';

/** Headings that only list topics, name products, or show a sample of what other sections state. */
const withoutStatement: Readonly<Record<string, readonly string[]>> = {
  'ASA 5580, chapter 13': [
    'Failover System Requirements',
    'The Failover and Stateful Failover Links',
    'Active/Active and Active/Standby Failover',
    'Active/Standby Failover',
    'Active/Active Failover',
    'Stateless (Regular) and Stateful Failover',
    'Failover Health Monitoring',
    'Configuring Failover',
    'Configuring Active/Standby Failover',
    'Configuring Active/Active Failover',
    'Verifying the Failover Configuration',
    'Controlling and Monitoring Failover',
  ],
  'Document 77809': [
    'Prerequisites',
    'Requirements',
    'Components Used',
    'Related Products',
    'Conventions',
    'Active/Standby Failover',
    'Regular and Stateful Failover',
    'Cable-Based Active/Standby Failover Configuration (PIX Security Appliance Only), Configurations',
    'Verify',
    'Related Information',
  ],
};

/** The ids that rules, suites and stored reports have named from the first day on. */
const firstIds = `AS-ONE-ACTIVE AS-TAKEOVER AS-ACTIVE-FAILED AS-FORMER-ACTIVE-RETURNS AS-STANDBY-FAILED
  AS-STANDBY-MARKED-FAILED AS-FAILOVER-LINK-FAILED AS-NO-FAILOVER-WITHOUT-LINK
  AS-FAILOVER-LINK-FAILED-AT-STARTUP AS-INTERFACE-FAILED-ACTIVE AS-INTERFACE-FAILED-STANDBY AS-TRIGGER-FORCED
  AS-BOOTS-BESIDE-ACTIVE AS-BOOTS-ALONE AS-BOTH-BOOT IH-POLICY IH-LINK-DOWN IH-UNMONITORED IH-RECOVERS OPS-FORCE
  OPS-RESTORED-STAYS-STANDBY OPS-FAILOVER-ON OPS-TRAFFIC-AFTERWARDS TIME-UNIT-LOSS TIME-LINK-DOWN UH-HOLD
  UH-SILENT-EVERYWHERE UH-ANSWERS-ELSEWHERE UH-MATE-DECLARED-FAILED`.split(/\s+/);

const dialect = /^(PIX|ASA|PIX\/ASA) \d+\.(x|\d+)( and newer)?(, (cable-based|LAN-based))?$/;

const repeated = (words: readonly string[]): readonly string[] =>
  words.filter((word, at) => words.indexOf(word) !== at);

describe('the catalogue of requirements', () => {
  it('has ids of its families, well formed, each once', () => {
    const ids = requirements.map(({ id }) => id);
    expect(repeated(ids)).to.deep.equal([]);
    expect(ids.filter((id) => !/^[A-Z]+(-[A-Z0-9]+)+$/.test(id))).to.deep.equal([]);
    const begun = new Set(ids.map((id) => id.split('-')[0]));
    expect([...begun]).to.have.members(Object.keys(families));
  });

  it('keeps the ids that are cited elsewhere', () => {
    expect(requirements.map(({ id }) => id)).to.include.members(firstIds);
  });

  it('says each thing once, in one sentence', () => {
    const statements = requirements.map(({ statement }) => statement);
    expect(repeated(statements.map((statement) => statement.toLowerCase()))).to.deep.equal([]);
    for (const statement of statements) {
      expect(statement).to.match(/^[A-Z`«].*\.$/s);
      expect(statement.slice(0, -1), statement).to.not.match(/[.!?] [A-Z]/);
    }
  });

  it('names only headings that its guide has, each source once', () => {
    for (const { id, sources } of requirements) {
      expect(repeated(sources.map((source) => JSON.stringify(source))), id).to.deep.equal([]);
      for (const { document, section } of sources) expect(guides[document], id).to.include(section);
    }
  });

  for (const [document, sections] of Object.entries(guides))
    it(`leaves no heading of ${document} out but those without a statement`, () => {
      expect(repeated(sections)).to.deep.equal([]);
      const cited = requirements.flatMap(({ sources }) =>
        sources.filter((source) => source.document === document).map(({ section }) => section),
      );
      const silent = sections.filter((section) => !cited.includes(section));
      expect(silent).to.deep.equal(withoutStatement[document]);
    });

  it('cites every table that has a number', () => {
    const tables = requirements.flatMap(({ sources }) => sources.map(({ table }) => table ?? ''));
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) expect(tables).to.include(`Table 13-${number}`);
  });

  it('says of every requirement how it is observed, or why it cannot be', () => {
    for (const { id, observed } of requirements) {
      if ('unobservable' in observed) expect(observed.unobservable, id).to.match(/^[A-Z].*\.$/);
      else expect(repeated(observed.by), id).to.deep.equal([]);
      if ('by' in observed && observed.how) expect(observed.how, id).to.match(/^[A-Z`].*\.$/);
    }
  });

  it('gives differences by dialects that can be told apart', () => {
    for (const { id, differs = [] } of requirements)
      for (const { dialects, how } of differs) {
        expect(dialects, id).to.match(dialect);
        expect(how, id).to.match(/^\S.*\.$/);
      }
  });
});

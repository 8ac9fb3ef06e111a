import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { parse } from 'yaml';
import { edited, folder, shipped, shippedNames } from './edited-topology.test-support.ts';
import type { Edit } from './edited-topology.test-support.ts';
import { topologyJsonSchema } from './topology-json-schema.ts';

const file = join(folder, 'topology.schema.json');

describe('topologyJsonSchema', () => {
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
    topologyJsonSchema(),
  );

  it('is what topologies/topology.schema.json holds', () => {
    const fresh = `${JSON.stringify(topologyJsonSchema(), null, 2)}\n`;
    if (process.env['FOVER_RENEW'] === '1') writeFileSync(file, fresh);
    expect(
      readFileSync(file, 'utf8') === fresh,
      'topologies/topology.schema.json is stale; renew it: FOVER_RENEW=1 npx mocha src/topology/topology-json-schema.test.ts',
    ).to.be.true;
  });

  it('is draft-07 and describes its keys to editors', () => {
    expect(topologyJsonSchema()).to.include({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'fover topology',
    });
    expect(JSON.stringify(topologyJsonSchema())).to.include(
      'Every feed of the unit; all of them are switched as one.',
    );
  });

  for (const name of shippedNames) {
    it(`takes ${name}.yaml`, () =>
      expect(validate(parse(shipped(name))), JSON.stringify(validate.errors)).to.be.true);

    it(`is named in the first line of ${name}.yaml, for editors`, () =>
      expect(shipped(name).split('\n')[0]).to.equal(
        '# yaml-language-server: $schema=./topology.schema.json',
      ));
  }

  const broken: readonly [string, Edit][] = [
    ['an unknown key', [['pair', 'hostnam'], 'fw']],
    ['a missing key', [['pair', 'platform'], undefined]],
    ['a literal secret', [['pair', 'login', 'password'], 'open sesame']],
    ['a time without its unit', [['pair', 'failover', 'unit-poll'], 500]],
    ['an IPv6 address', [['pair', 'interfaces', 0, 'active'], '2001:db8::1']],
    ['an unknown way to a console', [['units', 'primary', 'console', 0], { usb: { device: 'x' } }]],
    ['an SNMP version that there is not', [['switches', 'sw1', 'snmp', 'version'], '4']],
    ['a cable at no interface', [['units', 'primary', 'cables', 'port1'], { switch: 'sw1', port: 'x' }]],
  ];
  for (const [what, edit] of broken)
    it(`refuses ${what}`, () => expect(validate(parse(edited(shipped('simulated'), [edit])))).to.be.false);

  it('gives defaults that it takes itself', () => {
    const defaults: { schema: object; value: unknown }[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { default: given, ...schema } = { default: undefined, ...value };
      // A map of properties may well hold a property named default; a schema says its type as well.
      if (given !== undefined && ('type' in schema || 'anyOf' in schema))
        defaults.push({ schema, value: given });
      for (const below of Object.values(value)) walk(below);
    };
    walk(topologyJsonSchema());
    expect(defaults).to.have.length.greaterThan(15);
    for (const { schema, value } of defaults) {
      const takes = new Ajv({ strict: false, validateFormats: false }).validate(schema, value);
      expect(takes, `${JSON.stringify(value)} against ${JSON.stringify(schema).slice(0, 200)}`).to.be.true;
    }
  });
});

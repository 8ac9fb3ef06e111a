import { expect } from 'chai';
import * as fc from 'fast-check';
import { readSystemMessage } from './system-message.ts';

const words = '(Primary) Switching to ACTIVE - HELLO not heard from mate.';
const tagged = `%ASA-1-104001: ${words}`;
const read = { id: '104001', severity: 1, unit: 'primary', means: 'the unit or group becomes active' };

/** What stands before the tag, in the forms that appliances and relays give it. */
const openings: readonly (readonly [string, string])[] = [
  ['a priority alone', '<161>'],
  ['nothing', ''],
  ['the timestamp of the appliance', '<161>Nov 22 2026 01:22:33: '],
  ['a timestamp and a device id', '<161>Nov 22 2026 01:22:33 asa1 : '],
  ['a timestamp and an address', '<161>Sep 28 2016 13:51:57 192.168.1.254 : '],
  ['a device id with a context', '<161>Nov 22 2026 01:22:33 asa1/ctx : '],
  ['RFC 3164 by a relay', '<161>May  5 17:51:17 dev01: '],
  ['RFC 3164 without a year', '<161>Nov  2 01:22:33 fw '],
  ['the address of a relay', '81.2.69.142 '],
  ['a time of RFC 5424', '<161>2018-06-27T12:17:46Z asa : '],
  ['RFC 5424 whole', '<161>1 2026-11-22T01:22:33.004Z fw ASA 17 ID47 [x@9 a="b"] '],
  ['RFC 5424 without anything', '<161>1 - - - - - - '],
  ['EMBLEM', '<161>:Nov 22 01:22:33 EST: '],
];

describe('a system message', () => {
  for (const [form, opening] of openings)
    it(`is read behind ${form}`, () => {
      expect(readSystemMessage(`${opening}${tagged}`)).to.deep.equal({ ...read, text: tagged });
    });

  it('is read by the name of each platform, and with a class', () => {
    const forms = ['%PIX-1-104001', '%FTD-1-104001', '%FWSM-1-104001', '%ASA-ha-1-104001'];
    for (const form of forms)
      expect(readSystemMessage(`<161>${form}: ${words}`)).to.deep.equal({
        ...read,
        text: `${form}: ${words}`,
      });
  });

  it('names its unit and its group as the speaker does', () => {
    const speakers = [
      ['(Primary)', { unit: 'primary' }],
      ['(Secondary)', { unit: 'secondary' }],
      ['(Primary_group_1)', { unit: 'primary', group: 1 }],
      ['(Secondary_group_2)', { unit: 'secondary', group: 2 }],
      ['(Primary_group_3)', {}],
      ['(Other)', {}],
      ['Primary', {}],
    ] as const;
    for (const [speaker, named] of speakers) {
      const { unit, group } = readSystemMessage(`%ASA-1-104002: ${speaker} Switching to STNDBY - x`);
      expect({ ...(unit ? { unit } : {}), ...(group ? { group } : {}) }).to.deep.equal(named);
    }
  });

  it('that speaks of no unit names none, wherever a unit is quoted', () => {
    const line =
      "%ASA-5-111008: User 'x' executed the 'banner motd %ASA-1-104001: (Primary) Switching' command.";
    expect(readSystemMessage(line)).to.deep.equal({ id: '111008', severity: 5, text: line });
  });

  it('of no appliance is kept as it is, with the severity of its priority', () => {
    expect(readSystemMessage('<13>Nov 22 01:22:33 host root: hello')).to.deep.equal({
      severity: 5,
      text: 'Nov 22 01:22:33 host root: hello',
    });
    for (const text of [
      '',
      'hello',
      '<>x',
      '<999>x',
      '%ASA-9-104001: x',
      '%ASA-1-10400: x',
      '%IOS-1-104001: x',
    ])
      expect(readSystemMessage(text)).to.deep.equal({ text });
  });

  it('may be any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => line.endsWith(readSystemMessage(line).text)),
    );
  });
});

import { expect } from 'chai';
import type { ExaminedRow } from '../doctor/index.ts';
import { doctorText } from './doctor-text.ts';

const row = (device: string, what: string, more: Partial<ExaminedRow> = {}): ExaminedRow => ({
  examination: 'made up',
  device,
  what,
  outcome: 'ok',
  said: 'well',
  ...more,
});

describe('the rows of a doctor, told', () => {
  it('begins with the device that has the worst, and with the worst of each', () => {
    const text = doctorText(
      [
        row('pdu1', 'outlet'),
        row('sw1', 'port'),
        row('sw1', 'cable', { outcome: 'wrong', said: 'behind 2', wanted: '1', do: 'swap them' }),
        row('primary', 'clock', { outcome: 'warning', said: 'an hour behind' }),
      ],
      false,
    );
    expect(text).to.equal(`sw1
  wrong    cable  behind 2
             wanted: 1
             do: swap them
  ok       port   well

primary
  warning  clock  an hour behind

pdu1
  ok       outlet  well

1 wrong, 0 unknown, 1 warning, 2 ok
Something is wrong with this bench.
`);
  });

  it('tells once what is unknown for one reason', () => {
    const blind = { outcome: 'unknown', because: 'unreached', said: 'no answer\n  to three calls' } as const;
    const text = doctorText(
      [row('sw1', 'agent', blind), row('sw1', 'port', blind), row('sw1', 'VLAN', blind)],
      false,
    );
    expect(text).to.contain('  unknown  agent  no answer to three calls\n');
    expect(text).to.contain('and for the same reason 2 more: port, VLAN\n');
    expect(text).to.contain('could not be reached');
  });

  it('hands on nothing that would move a cursor, and colours only where it is wanted', () => {
    const spoiled = [row('sw1', 'port', { outcome: 'wrong', said: '\u001B[2Jgone', wanted: 'w', do: 'd' })];
    expect(doctorText(spoiled, false)).to.not.contain('\u001B');
    expect(doctorText(spoiled, true)).to.contain('\u001B[31mwrong');
    expect(doctorText(spoiled, true)).to.not.contain('\u001B[2J');
  });
});

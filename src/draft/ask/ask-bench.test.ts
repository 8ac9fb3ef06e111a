import { expect } from 'chai';
import { UsageError } from '../../errors.ts';
import { parseTopology } from '../../topology/index.ts';
import { draftText } from '../compose/draft-text.ts';
import { askBench } from './ask-bench.ts';
import type { Answerer } from './ask-for.ts';

/** Answers by the beginning of the question, each list in its order; with nothing where there is none left. */
function answersTo(
  answers: Readonly<Record<string, readonly string[]>>,
): Answerer & { said: string[]; asked: string[] } {
  const left = new Map(Object.entries(answers).map(([question, all]) => [question, [...all]]));
  const said: string[] = [];
  const asked: string[] = [];
  let last = '';
  return {
    said,
    asked,
    say: (text) => said.push(text),
    ask: async (question) => {
      if (!question.startsWith('Another one')) last = question;
      asked.push(question);
      return left.get([...left.keys()].find((key) => last.startsWith(key)) ?? '')?.shift() ?? '';
    },
  };
}

const rack = {
  User: ['lab'],
  'Way to the console of the primary': ['1', 'tcp://10.1.1.9:4007'],
  'Way to the console of the secondary': ['nonsense', 'telnet://10.1.1.9:2008'],
  Switch: ['sw1=10.1.1.5'],
  PDU: ['pdu1=apc-rpdu2@10.1.1.6'],
  'Outlet that feeds the primary': ['pdu1:7'],
  'Outlet that feeds the secondary': ['pdu1:8'],
};

const frame = { by: 'a test', schema: 'x.json', name: 'rack' };

describe('a bench that is asked about', () => {
  it('becomes a topology when all is answered but the cables', async () => {
    const { wanted, look } = await askBench(
      'rack',
      ['/dev/ttyUSB3'],
      answersTo({
        ...rack,
        'Look at': ['no'],
        Model: ['ASA5520'],
        Firmware: ['8.2(5)'],
        'active-standby': ['both', 'active-standby'],
        Hostname: ['fw'],
        'Failover link': ['GigabitEthernet0/2 fover 10.99.0.1 255.255.255.252 10.99.0.2'],
        'State link': ['fover'],
        'Data interface': [
          'GigabitEthernet0/0 outside 0 192.0.2.1 255.255.255.0 192.0.2.2',
          'GigabitEthernet0/1 inside 101',
          'GigabitEthernet0/1 inside 100 198.51.100.1 255.255.255.0 198.51.100.2',
        ],
        'Serial number of the primary': ['JMX1'],
        'Serial number of the secondary': ['JMX2'],
      }),
    );
    expect(look).to.equal(false);
    let port = 1;
    const text = draftText(wanted.facts, frame).replaceAll(
      /(GigabitEthernet0\/\d): # fill in:.*/g,
      (_, socket: string) => `${socket}: { switch: sw1, port: Gi1/0/${port++} }`,
    );
    expect(text).to.not.contain('fill in:');
    const { pair, units } = parseTopology(text, 'rack.yaml');
    expect(pair).to.deep.include({ platform: 'asa', model: 'ASA5520', firmware: '8.2(5)', hostname: 'fw' });
    expect(pair.failover['state-link']).to.deep.equal({ nameif: 'fover' });
    expect(pair.interfaces.map(({ nameif }) => nameif)).to.deep.equal(['outside', 'inside']);
    expect(units.primary.console.map((way) => Object.keys(way)[0])).to.deep.equal(['serial', 'tcp']);
    expect(units.secondary.power).to.deep.equal([{ pdu: 'pdu1', outlet: '8' }]);
  });

  it('does not ask what the units say themselves, and gives what was answered as flags', async () => {
    const answerer = answersTo(rack);
    const { look, parts } = await askBench('rack', ['/dev/ttyUSB3'], answerer);
    expect(look).to.equal(true);
    expect(answerer.asked.filter((question) => /Model|Firmware|Data/.test(question))).to.deep.equal([]);
    expect(parts).to.deep.equal({
      consoles: ['primary=/dev/ttyUSB3', 'primary=tcp://10.1.1.9:4007', 'secondary=telnet://10.1.1.9:2008'],
      switches: ['sw1=10.1.1.5'],
      pdus: ['pdu1=apc-rpdu2@10.1.1.6'],
      outlets: ['primary=pdu1:7', 'secondary=pdu1:8'],
      username: 'lab',
    });
    expect(answerer.said.join('\n')).to.contain('"nonsense" is no way to a console');
  });

  it('leaves a place to fill in for every empty answer', async () => {
    const { wanted, look } = await askBench('rack', [], answersTo({}));
    expect(look).to.equal(false);
    expect(draftText(wanted.facts, frame).match(/# fill in:/g)).to.have.length.above(10);
  });

  it('ends when the answers do, and does not ask for ever', async () => {
    const failed = async (answer: string | undefined): Promise<unknown> =>
      askBench('rack', [], { say: () => undefined, ask: async () => answer }).catch(
        (error: unknown) => error,
      );
    expect(await failed(undefined))
      .to.be.instanceOf(UsageError)
      .with.property('message')
      .that.contains('nothing was written');
    expect(await failed('?? ??')).to.be.instanceOf(UsageError);
  });
});

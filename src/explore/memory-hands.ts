import type { Hands, Unlike } from '../bench/index.ts';
import type { CreatedBench, UnitMake } from '../simulator/index.ts';
import type { Topology } from '../topology/index.ts';

type Pair = Topology['pair'];

const card = { model: 'SSM-AIP-10', hardware: '1.0', software: '6.0(1)' };
const licence = { 'Security Contexts': '5' };

/** How a unit is made that differs in this one thing, and in what words. */
const makes: Readonly<Record<Unlike, (pair: Pair) => readonly [UnitMake, string]>> = {
  model: ({ platform, model: given }) => {
    const [usual, other] = platform === 'pix' ? ['PIX-525', 'PIX-535'] : ['ASA5525', 'ASA5545'];
    const model = given === usual ? other : usual;
    return [{ model }, `of another model, ${model}`];
  },
  memory: () => [{ memoryMb: 512 }, 'with another amount of RAM, 512 MB'],
  interfaces: () => [
    { moreInterfaces: ['GigabitEthernet3/0'] },
    'with one more interface, GigabitEthernet3/0',
  ],
  card: () => [{ module: card }, `with another service card, ${card.model}`],
  licence: () => [{ licence }, 'licensed for 5 security contexts'],
  'major version': ({ firmware: ours }) => {
    const firmware = ours.startsWith('8.') ? '9.1(2)' : '8.4(5)';
    return [{ firmware }, `with another major version, ${firmware}`];
  },
  'maintenance version': ({ firmware: ours }) => {
    const firmware = ours.replace(/\((\d+)/, (_, number: string) => `(${Number(number) + 1}`);
    return [{ firmware }, `with another maintenance version, ${firmware}`];
  },
};

/** The hands at a simulated bench: they exchange a unit at once. */
export function memoryHands(simulated: CreatedBench): Hands {
  return {
    exchange: (unit, unlike) => {
      const [made, words] = makes[unlike](simulated.topology.pair);
      simulated.exchange(unit, made);
      return Promise.resolve(`${unit} exchanged for one ${words}`);
    },
    putBack: (unit) => {
      simulated.exchange(unit, undefined);
      return Promise.resolve(`${unit} as it was`);
    },
  };
}

import { expect } from 'chai';
import { VirtualClock } from '../../../virtual-clock.ts';
import { broadcastMac, type Frame } from '../frame.ts';
import { LearningSwitch } from './learning-switch.ts';
import { NetworkPort } from '../network-port.ts';
import { portsOfSwitch } from './port-names.ts';

const packet = { carries: 'ping', from: '0.0.0.0', to: '0.0.0.0', reply: false } as const;

/** A switch with a card behind each of its first ports, and what each card received from whom. */
function cabled(
  segments: readonly string[],
  mode: 'access' | 'trunk' = 'access',
): {
  clock: VirtualClock;
  sw: LearningSwitch;
  cards: NetworkPort[];
  heard: string[][];
} {
  const clock = new VirtualClock();
  const sw = new LearningSwitch('sw', clock, portsOfSwitch(['Gi0/1']));
  const heard: string[][] = segments.map(() => []);
  const cards = segments.map((segment, at) => {
    const card = new NetworkPort(`card ${at}`, clock);
    sw.attach(`Gi0/${at + 1}`, segment, '', card, mode);
    card.onFrame((frame) => heard[at]!.push(frame.source));
    card.setLit(true);
    return card;
  });
  return { clock, sw, cards, heard };
}

const frame = (source: string, destination: string, vlan?: number): Frame => ({
  source,
  destination,
  vlan,
  packet,
});

describe('a simulated switch', () => {
  it('floods what it does not know within the segment, and learns where to send the answer', async () => {
    const { clock, cards, heard } = cabled(['a', 'a', 'a', 'b']);
    cards[0]!.send(frame('m0', 'm1'));
    await clock.advance(1);
    expect(heard).to.deep.equal([[], ['m0'], ['m0'], []]);
    cards[1]!.send(frame('m1', 'm0'));
    await clock.advance(1);
    expect(heard).to.deep.equal([['m1'], ['m0'], ['m0'], []]);
  });

  it('follows an address to the port that it was heard on last', async () => {
    const { clock, cards, heard } = cabled(['a', 'a', 'a']);
    cards[0]!.send(frame('moving', broadcastMac));
    await clock.advance(1);
    cards[1]!.send(frame('moving', broadcastMac));
    await clock.advance(1);
    cards[2]!.send(frame('m2', 'moving'));
    await clock.advance(1);
    expect(heard[0]).to.deep.equal(['moving']);
    expect(heard[1]).to.deep.equal(['moving', 'm2']);
  });

  it('keeps VLANs on one trunk apart, and lets no tag into an access port', async () => {
    const access = cabled(['a', 'a']);
    access.cards[0]!.send(frame('m0', broadcastMac, 10));
    await access.clock.advance(1);
    expect(access.heard).to.deep.equal([[], []]);
    expect(access.sw.ports[0]!.received).to.include({ broadcast: 1, discards: 1 });
    const { clock, cards, heard } = cabled(['a', 'a', 'a'], 'trunk');
    cards[0]!.send(frame('m0', broadcastMac, 10));
    await clock.advance(1);
    cards[1]!.send(frame('m1', 'm0', 20));
    await clock.advance(1);
    expect(heard).to.deep.equal([['m1'], ['m0'], ['m0', 'm1']]);
  });

  it('has a link only where both ends are lit, and notes when that changed', async () => {
    const { clock, sw, cards } = cabled(['a']);
    const [port, empty] = sw.ports;
    expect(port).to.include({ admin: 'up', oper: 'up', lastChangeMs: 0 });
    expect(empty).to.include({ admin: 'up', oper: 'down' });
    await clock.advance(500);
    cards[0]!.setLit(false);
    expect(port).to.include({ admin: 'up', oper: 'down', lastChangeMs: 500 });
    cards[0]!.setLit(true);
    await clock.advance(500);
    sw.setAdmin(port!.index, 'down');
    expect(port).to.include({ admin: 'down', oper: 'down', lastChangeMs: 1000 });
    expect(cards[0]!.linkUp).to.equal(false);
  });

  it('loses what is on the cable when the link goes', async () => {
    const { clock, sw, cards, heard } = cabled(['a', 'a']);
    cards[0]!.send(frame('m0', broadcastMac));
    sw.setAdmin(sw.ports[0]!.index, 'down');
    await clock.advance(1);
    expect(heard[1]).to.deep.equal([]);
  });

  it('carries every segment over a trunk, and answers come back over it', async () => {
    const clock = new VirtualClock();
    const [one, two] = ['one', 'two'].map(
      (name) => new LearningSwitch(name, clock, portsOfSwitch(['Gi0/1'])),
    );
    one!.trunkTo(two!);
    const heard: string[] = [];
    const [left, right, other] = ['left', 'right', 'other'].map((name) => {
      const card = new NetworkPort(name, clock);
      card.onFrame((got) => heard.push(`${name} ${got.source}`));
      card.setLit(true);
      return card;
    });
    one!.attach('Gi0/1', 'a', '', left!);
    two!.attach('Gi0/1', 'a', '', right!);
    two!.attach('Gi0/2', 'b', '', other!);
    left!.send(frame('ml', 'mr'));
    await clock.advance(1);
    right!.send(frame('mr', 'ml'));
    await clock.advance(1);
    expect(heard).to.deep.equal(['right ml', 'left mr']);
  });

  it('has whole rows of ports, numbered by member', () => {
    const ports = portsOfSwitch(['Gi1/0/2', 'Gi2/0/30', 'mgmt']);
    expect(ports).to.have.length(24 + 30 + 1);
    expect(ports[1]).to.deep.equal({ name: 'Gi1/0/2', index: 10_102 });
    expect(ports[24 + 29]).to.deep.equal({ name: 'Gi2/0/30', index: 10_630 });
    expect(new Set(ports.map(({ index }) => index)).size).to.equal(ports.length);
  });
});

import { expect } from 'chai';
import { asymmetricRouting } from '../requirement/asymmetric-routing.ts';
import { asymmetricRoutingSays, packetFate } from './packet-fate.ts';
import type { StrayPacket } from './packet-fate.ts';

const stray: StrayPacket = {
  asrGroup: 1,
  session: { on: 'mate', asrGroup: 1 },
  kind: 'active-active',
  isStateful: true,
  isHttp: false,
  replicatesHttp: false,
};
const { asrGroup: _group, ...noGroup } = stray;
const { session: _session, ...noSession } = stray;

describe('a packet of an asymmetrically routed connection', () => {
  const rows: readonly (readonly [string, StrayPacket, string])[] = [
    ['of a session on the mate', stray, 'redirected to the mate AA-ASR-TO-MATE AA-ASR-LOOKS-IN-GROUP'],
    [
      'of a session on the same unit',
      { ...stray, session: { on: 'same-unit', asrGroup: 1 } },
      'put back into the stream AA-ASR-SAME-UNIT AA-ASR-LOOKS-IN-GROUP',
    ],
    ['without an ASR group', noGroup, 'dropped AA-ASR-DROPPED-WITHOUT'],
    ['without a session', noSession, 'dropped AA-ASR-LOOKS-IN-GROUP'],
    [
      'of a session in another group',
      { ...stray, session: { on: 'mate', asrGroup: 2 } },
      'dropped AA-ASR-LOOKS-IN-GROUP',
    ],
    ['of a session in no group', { ...stray, session: { on: 'mate' } }, 'dropped AA-ASR-LOOKS-IN-GROUP'],
    [
      'in Active/Standby failover',
      { ...stray, kind: 'active-standby' },
      'dropped AA-ASR-NEEDS-STATEFUL AA-ASR-DROPPED-WITHOUT',
    ],
    [
      'without Stateful Failover',
      { ...stray, isStateful: false },
      'dropped AA-ASR-NEEDS-STATEFUL AA-ASR-DROPPED-WITHOUT',
    ],
    ['of HTTP', { ...stray, isHttp: true }, 'dropped AA-ASR-NEEDS-HTTP-REPLICATION'],
    [
      'of HTTP, which is replicated',
      { ...stray, isHttp: true, replicatesHttp: true },
      'redirected to the mate AA-ASR-TO-MATE AA-ASR-LOOKS-IN-GROUP',
    ],
    [
      'of another kind, where HTTP is replicated',
      { ...stray, replicatesHttp: true },
      'redirected to the mate AA-ASR-TO-MATE AA-ASR-LOOKS-IN-GROUP',
    ],
  ];
  for (const [what, packet, expected] of rows)
    it(`${what}: ${expected}`, () => {
      const { fate, requirements } = packetFate(packet);
      expect([fate, ...requirements.map(({ id }) => id)].join(' ')).to.equal(expected);
    });

  it('is all that is said of asymmetric routing, but for the limits of its groups', () => {
    const { range: _range, onePerInterface: _one, ...rest } = asymmetricRouting;
    expect(asymmetricRoutingSays.map(({ id }) => id as string)).to.have.members(
      Object.values(rest).map(({ id }) => id),
    );
  });
});

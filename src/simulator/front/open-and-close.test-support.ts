/** A program that opens every front, uses each a little, closes them, and must then end by itself. */
import { createSocket } from 'node:dgram';
import { realClock } from '../../clock.ts';
import { community, fakeBench, fakeSecrets, shippedTopology } from './fake-bench.test-support.ts';
import { RawClient } from './terminal/raw-client.test-support.ts';
import { serveFronts } from './serve-fronts.ts';
import { SnmpClient } from './snmp/snmp-client.test-support.ts';

const fronts = await serveFronts(fakeBench(shippedTopology()), fakeSecrets, realClock);
const { consoles, management, switches, pdus, flows } = fronts.endpoint;
for (const where of [consoles.primary, consoles.secondary, management.primary, management.secondary])
  await (await RawClient.open(where)).bytes(1);
for (const where of [...Object.values(switches), ...Object.values(pdus)]) {
  const client = SnmpClient.community(where, community);
  await client.get('1.3.6.1.2.1.1.5.0');
  client.close();
}
const host = createSocket('udp4');
for (const { send, receive } of Object.values(flows))
  for (const { host: address, port } of [send, receive])
    await new Promise<void>((resolve) => host.send('probe', port, address, () => resolve()));
host.close();
await fronts.close();
process.stdout.write('closed');

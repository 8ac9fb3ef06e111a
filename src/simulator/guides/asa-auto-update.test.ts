/** ASA 5580 guide, «Monitoring the Auto Update Process»: the sample of `debug auto-update client`. */
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { Web } from '../face/web.ts';
import type { PlayedPair } from '../played/played-pair.test-support.ts';
import { asaPair, pattern } from './play.test-support.ts';
import { walk } from './samples.test-support.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A server with a new image, and with the ASDM and the configuration that the units have. */
function server(files: Readonly<Record<string, Uint8Array>>): Web {
  const kinds = { 'asdm.bin': 'asdm', 'config-west.xml': 'config', 'cdisk82.bin': 'image' } as const;
  return ({ method, url }, done) => {
    const offered = Object.entries(kinds).map(([name, kind]) => {
      const checksum = createHash('md5')
        .update(files[name] ?? bytes(''))
        .digest('hex');
      return `<Component type="${kind}" url="http://192.0.2.21/${name}" checksum="0x${checksum}"/>`;
    });
    const content =
      method === 'POST'
        ? bytes(`<UpdateInfo>${offered.join('')}</UpdateInfo>`)
        : (files[url.split('/').at(-1) ?? ''] ?? bytes(''));
    done({ status: 200, content });
    return () => undefined;
  };
}

describe('ASA 5580 guide, Auto Update, on an ASA with 8.1(2)', () => {
  let pair: PlayedPair;
  after(() => pair.close());

  walk('asa update', async () => {
    const image = bytes(`Cisco Adaptive Security Appliance Software Version 8.2(1)\n${'.'.repeat(30_000)}`);
    const web = server({ 'asdm.bin': bytes('asdm'), 'config-west.xml': bytes('x'), 'cdisk82.bin': image });
    pair = await asaPair('8.1(2)', { web }).bootstrap();
    await pair.say('primary', 'debug auto-update client');
    await pair.configure('primary', [
      'auto-update device-id hardware-serial',
      'auto-update server http://fover:quiet@192.0.2.21/cgi-bin/dda.pl',
    ]);
    await pair.until(
      () => /pseq = 7/.test(pair.printed.primary) || pair.printed.primary.includes('update img on act'),
      120_000,
    );
    const said = pair.printed.primary
      .slice(pair.printed.primary.indexOf('Auto-update client: Sent'))
      .split('\r\n');
    const wanted = [
      'Auto-update client: Sent DeviceDetails to /cgi-bin/dda.pl of server 192.0.2.21',
      'Auto-update client: Processing UpdateInfo from server 192.0.2.21',
      'Component: asdm, URL: http://192.0.2.21/asdm.bin, checksum:',
      '0x<checksum>',
      'Component: config, URL: http://192.0.2.21/config-west.xml, checksum:',
      '0x<checksum>',
      'Component: image, URL: http://192.0.2.21/cdisk82.bin, checksum:',
      '0x<checksum>',
      'Auto-update client: need to update img, act: yes, stby yes',
      'Auto-update client: update img on stby unit...',
      ...Array.from(
        { length: 19 },
        () => 'auto-update: Fover copyfile, seq = <n> type = 1, pseq = <n>, len = 1024',
      ),
    ];
    wanted.forEach((line, at) => expect(said[at] ?? '(nothing)').to.match(pattern(line)));
  });
});

import { expect } from 'chai';
import { FlashEar } from './flash-ear.ts';

/** What is heard after all of this was said, in pieces of so many bytes. */
function heard(text: string, size = text.length): string | undefined {
  const ear = new FlashEar();
  for (let at = 0; at < text.length; at += size) ear.hears(Buffer.from(text.slice(at, at + size)));
  return ear.writing;
}

describe('an ear for flash', () => {
  const saving = 'fw# write memory\r\nBuilding configuration...\r\n';
  const saved = 'Cryptochecksum: 1 2 3 4\r\n\r\n5030 bytes copied in 0.670 secs\r\n';

  it('hears a configuration that is saved, byte for byte, until it is', () => {
    for (const size of [1, 3, 1000]) {
      expect(heard(saving, size)).to.equal('Building configuration...');
      expect(heard(`${saving}${saved}`, size)).to.equal(undefined);
      expect(heard(`${saving}[OK]\r\n`, size)).to.equal(undefined);
      expect(heard(`${saving}%Error\r\nfw(config)# `, size)).to.equal(undefined);
    }
  });

  it('hears a crash and its core dump until the unit boots', () => {
    const crash = 'Begin to dump crashinfo to flash....\r\nEnd of console dump.\r\n';
    const core = 'Writing coredump file to flash. Please do not reload.\r\n';
    expect(heard(crash)).to.equal('Begin to dump crashinfo to flash....');
    expect(heard(`${crash}${core}`)).to.contain('Writing coredump');
    expect(heard(`${crash}${core}Rebooting... (status 0x8b)\r\n`)).to.equal(undefined);
  });

  it('hears nothing in what units say otherwise, and keeps no more than a row', () => {
    expect(heard('fw# show version\r\nThis platform has an ASA 5510 license.\r\nfw# ')).to.equal(undefined);
    expect(heard(`${'x'.repeat(100_000)} Writing to flash\r\n`)).to.equal(undefined);
  });
});

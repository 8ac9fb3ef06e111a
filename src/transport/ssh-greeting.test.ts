import { expect } from 'chai';
import { readGreeting } from './ssh-greeting.ts';

const lists = [
  'group1,ext-info-s,kex-strict-s-v00@openssh.com',
  'ssh-rsa',
  '3des-cbc',
  'aes128-cbc',
  'hmac-md5,hmac-sha1',
  'hmac-md5',
  'none',
];

/** A server's first packet, as RFC 4253 draws it. */
function packet(names: readonly string[], kind = 20): Buffer {
  const written = names.flatMap((list) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(list.length);
    return [length, Buffer.from(list)];
  });
  const payload = Buffer.concat([Buffer.of(kind), Buffer.alloc(16, 255), ...written]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(payload.length + 1 + 4);
  return Buffer.concat([head, payload, Buffer.alloc(4)]);
}

describe('what an SSH server says first', () => {
  const ident = Buffer.from('SSH-2.0-Cisco-1.25\n');
  const whole = Buffer.concat([ident, packet(lists)]);
  const offers = {
    kex: ['group1'],
    serverHostKey: ['ssh-rsa'],
    cipher: ['3des-cbc'],
    hmac: ['hmac-md5', 'hmac-sha1'],
  };

  it('is who it is and what it knows', () =>
    expect(readGreeting(whole)).to.deep.equal({ ident: 'SSH-2.0-Cisco-1.25', offers }));

  it('may stand behind other lines', () => {
    const greeting = readGreeting(Buffer.concat([Buffer.from('keep out\r\nor not\r\n'), whole]));
    expect(greeting).to.deep.equal({ ident: 'SSH-2.0-Cisco-1.25', offers });
  });

  it('is what has come of it, wherever it is cut', () => {
    for (let end = 0; end < whole.length; end++) {
      const greeting = readGreeting(whole.subarray(0, end));
      expect(greeting.ident, String(end)).to.equal(end < ident.length ? undefined : 'SSH-2.0-Cisco-1.25');
      if (greeting.offers) expect(greeting.offers).to.deep.equal(offers);
    }
  });

  for (const [what, bytes] of Object.entries({
    'another message': Buffer.concat([ident, packet(lists, 1)]),
    'lists that are longer than the packet': Buffer.concat([ident, packet(lists).subarray(0, 30)]),
    'version 1': Buffer.from('SSH-1.5-Cisco-1.25\n\0\0\0\x06'),
  }))
    it(`offers nothing in ${what}`, () => expect(readGreeting(bytes)).to.have.all.keys('ident'));

  it('is nothing on another port', () =>
    expect(readGreeting(Buffer.from('220 mail ESMTP\r\n'))).to.deep.equal({}));
});

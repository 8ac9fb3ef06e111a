import { readGreeting } from '../../transport/index.ts';
import type { FuzzTarget } from '../target.ts';
import { nothing } from '../target.ts';

function kexInit(): Buffer {
  const lists = [
    'diffie-hellman-group1-sha1,ext-info-s',
    'ssh-rsa',
    'aes128-cbc,3des-cbc',
    'aes128-cbc',
    'hmac-sha1',
    'hmac-sha1',
  ];
  const payload = lists.flatMap((list) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(list.length);
    return [length, Buffer.from(list)];
  });
  return Buffer.concat([Buffer.from([0, 0, 1, 0, 4, 20]), Buffer.alloc(16, 7), ...payload]);
}

/** What an SSH server says of itself before anything is encrypted. */
export const sshGreeting: FuzzTarget = {
  name: 'ssh greeting',
  samples: () => [
    Buffer.concat([Buffer.from('SSH-2.0-Cisco-1.25\r\n'), kexInit()]),
    Buffer.concat([Buffer.from('hello\r\n* banner *\nSSH-1.99-Cisco-1.25\n'), kexInit()]),
  ],
  read: (input) => readGreeting(Buffer.from(input)),
  allows: nothing,
  pieces: ['SSH-', 'SSH-2.0-x\n'],
};

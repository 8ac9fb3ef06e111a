import { BenchError } from '../../errors.ts';
import { knownKeys } from '../../transport/index.ts';
import { inFile } from '../in-file.ts';
import type { FuzzTarget } from '../target.ts';
import { only, utf8 } from '../target.ts';

const key = 'AAAAC3NzaC1lZDI1NTE5AAAAIG2Qz1yJ0cXb0l6kq8Yw3v5t7n9p1r3t5v7x9z1b3d5f';

/** The file of host keys. */
export const knownHosts: FuzzTarget = {
  name: 'known hosts',
  samples: () =>
    utf8(
      `# ours\n10.1.1.1,fw-a ssh-ed25519 ${key} comment\n[10.1.1.2]:2022 ssh-ed25519 ${key}\n` +
        `|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= ssh-ed25519 ${key}\n@revoked * ssh-rsa ${key}\n`,
      `@cert-authority *.lab ssh-rsa ${key}\n@revoked fw-a ssh-rsa ${key}\r\n`,
    ),
  read: (input) => inFile(input, 'known_hosts', (path) => knownKeys(path, '10.1.1.1')).length,
  allows: only(BenchError),
  pieces: ['|1|', '@revoked ', `h t ${key} `],
};

import { TopologyError, UsageError } from '../../errors.ts';
import { readSecretsFile } from '../../topology/index.ts';
import { inFile } from '../in-file.ts';
import type { FuzzTarget } from '../target.ts';
import { only, utf8 } from '../target.ts';

/** The file of secrets beside a topology. */
export const secretsFile: FuzzTarget = {
  name: 'secrets file',
  samples: () =>
    utf8(
      '# of the rack\nLAB_ENABLE=s3cret word\nexport LAB_PW="quoted # not a comment"\n\nSNMP_RW=\'private\'\r\nKEY = a=b\n',
      '\ufeffA=1\rB="2\'\rA=3\n',
    ),
  read: (input) => [...(inFile(input, 'rack.secrets', readSecretsFile)?.values.keys() ?? [])].length > 0,
  allows: only(TopologyError, UsageError),
  pieces: ['export ', 'A=', 'A="', 'A=1\n'],
};

import { UnreadLineError } from '../../errors.ts';
import type { IdentitySighting } from '../../pair/index.ts';
import type { VersionFacts } from './facts.ts';

/**
 * Who the unit proved to be. Throws `UnreadLineError` for the output of a context, which has no serial number: the
 * hostname is no substitute, because both units of a pair have the same.
 */
export function identityOf(facts: VersionFacts): IdentitySighting {
  const { serial, model, firmware, space } = facts;
  if (serial === undefined) {
    const found = space === 'context' ? 'the form of a context' : 'an output without it';
    throw new UnreadLineError(
      'show version',
      1,
      found,
      'expected the line `Serial Number: …` of a whole unit',
    );
  }
  return { sight: 'identity', serial, model, firmware };
}

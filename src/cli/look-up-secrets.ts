import { UsageError } from '../errors.ts';
import { readSecretsFile } from '../topology/index.ts';
import { keepSecret } from './keep-secrets.ts';

/**
 * The values of secrets by their names: from the environment, else from a file of NAME=value lines that only its
 * owner may read. Throws `UsageError` that names all that are not set, and `TopologyError` for a bad file.
 */
export function lookUpSecrets(
  names: readonly string[],
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): (name: string) => string {
  const kept = names.length === 0 ? undefined : readSecretsFile(file);
  if (kept?.openTo !== undefined)
    throw new UsageError(
      `others can read ${file} (its permissions are ${kept.openTo}); keep it to yourself: chmod 600 ${file}`,
    );
  const valueOf = (name: string): string | undefined => environment[name] || kept?.values.get(name);
  const unset = [...new Set(names)].filter((name) => valueOf(name) === undefined);
  if (unset.length > 0)
    throw new UsageError(
      `set ${unset.join(', ')} in the environment, or as NAME=value in ${file} (chmod 600): passwords are not given on the command line`,
    );
  keepSecret({ values: () => names.flatMap((name) => valueOf(name) ?? []) });
  return (name) => valueOf(name) ?? '';
}

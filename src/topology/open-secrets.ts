import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { TopologyError, UsageError } from '../errors.ts';
import type { Complaint } from '../errors.ts';
import { illegible, isPrinted } from './legible-secrets.ts';
import { objectTo } from './objection.ts';
import type { Objection } from './objection.ts';
import type { Topology } from './schema.ts';
import { secretReferences } from './secret-references.ts';
import { readSecretsFile } from './secrets-file.ts';
import type { SecretsFile } from './secrets-file.ts';
import type { Secrets } from './secrets.ts';
import { readYaml, sorted } from './yaml-source.ts';

/** The variables of a process: `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the value of every secret that the topology read from `path` refers to: in the environment, else in its
 * secrets file. Throws `TopologyError` for references that neither sets, for values that the appliance would not
 * take as one word or that could not be masked, and, unless the bench is simulated, for a secrets file that others can
 * read.
 */
export function openSecrets(topology: Topology, path: string, environment: Environment): Secrets {
  const file = secretsPath(topology, path);
  const kept = file === undefined ? undefined : readSecretsFile(file);
  const valueOf = (name: string): string | undefined => {
    const fromEnvironment = Object.hasOwn(environment, name) ? environment[name] : undefined;
    return fromEnvironment === undefined || fromEnvironment === '' ? kept?.values.get(name) : fromEnvironment;
  };
  const objections = [
    ...openFile(topology, file, kept),
    ...unset(topology, file, kept, valueOf),
    ...unfit(topology, valueOf),
    ...unmaskable(topology, kept, valueOf),
  ];
  if (objections.length > 0) throw new TopologyError(placed(objections, path));
  const names = [...secretReferences(topology).map(({ name }) => name), ...(kept?.values.keys() ?? [])];
  const known = new Set(names.flatMap((name) => [valueOf(name), kept?.values.get(name)]));
  return sealed(valueOf, known, `set it in the environment, or in ${inFile(topology, file)}`);
}

/** Relative to the topology; shown as the topology itself was named, so that it can be typed again. */
function secretsPath({ secrets }: Topology, path: string): string | undefined {
  return secrets === undefined || isAbsolute(secrets) ? secrets : join(dirname(path), secrets);
}

/** Closures, not fields: neither JSON nor an inspection of the object shows a value. */
function sealed(
  valueOf: (name: string) => string | undefined,
  known: ReadonlySet<string | undefined>,
  remedy: string,
): Secrets {
  // The longest first, so that masking one never leaves the rest of another standing.
  const values = [...known].filter((value) => value !== undefined).toSorted((a, b) => b.length - a.length);
  return {
    reveal: ({ secret }) => {
      const value = valueOf(secret);
      if (value === undefined) throw new UsageError(`the secret \${${secret}} is not known: ${remedy}`);
      return value;
    },
    values: () => [...values],
  };
}

function openFile(topology: Topology, file: string | undefined, kept: SecretsFile | undefined): Objection[] {
  if (topology.simulated || file === undefined || kept?.openTo === undefined) return [];
  const message = `others can read the secrets file (its permissions are ${kept.openTo}); keep it to yourself: chmod 600 ${file}`;
  return [objectTo(['secrets'], message)];
}

function unset(
  topology: Topology,
  file: string | undefined,
  kept: SecretsFile | undefined,
  valueOf: (name: string) => string | undefined,
): Objection[] {
  const where = `${inFile(topology, file)}${file !== undefined && !kept ? ', which does not exist yet' : ''}`;
  return secretReferences(topology)
    .filter(({ name }) => valueOf(name) === undefined)
    .map(({ name, path }) =>
      objectTo(
        path,
        `the secret \${${name}} is not set; set ${name} in the environment, or write ${name}=… into ${where}`,
      ),
    );
}

function inFile({ secrets }: Topology, file: string | undefined): string {
  return secrets === undefined || file === undefined
    ? 'a secrets file named by the key secrets of the topology'
    : `the secrets file ${file}`;
}

/**
 * Secrets that are typed on a console as one word of a command. A question mark calls for help there, a blank
 * ends the word, and a failover key has 1 to 63 characters or is `hex` with 32 digits (ASA 5580 guide, 13-34).
 */
function unfit({ pair, ...rest }: Topology, valueOf: (name: string) => string | undefined): Objection[] {
  const key = pair.failover.key;
  const objections: Objection[] = [];
  const typed = [
    { path: ['pair', 'login', 'password'], name: pair.login.password.secret },
    { path: ['pair', 'login', 'enable'], name: pair.login.enable.secret },
    ...(key ? [{ path: ['pair', 'failover', 'key'], name: key.secret }] : []),
    // The units are told of these; those of others, under `others`, are not typed anywhere.
    ...secretReferences({ pair, ...rest }).filter(
      ({ path }) => path[0] === 'listen' && path[1] === 'traps' && path[2] !== 'others',
    ),
  ];
  for (const { path, name } of typed) {
    const value = valueOf(name);
    const isHexKey = path.at(-1) === 'key' && /^hex [0-9a-f]{32}$/.test(value ?? '');
    if (value !== undefined && !isHexKey && !/^[!->@-~]+$/.test(value))
      objections.push(
        objectTo(
          path,
          `the value of \${${name}} cannot be typed on a console as one word: use printable ASCII without blanks and question marks`,
        ),
      );
    else if (path.at(-1) === 'key' && (value?.length ?? 0) > 63)
      objections.push(
        objectTo(path, `the value of \${${name}} is longer than the 63 characters of a failover key`),
      );
  }
  const elsewhere = secretReferences({ pair, ...rest }).filter(
    ({ path }) => !typed.some((one) => String(one.path) === String(path)),
  );
  for (const { path, name } of elsewhere)
    if (/[\r\n\0]/.test(valueOf(name) ?? ''))
      objections.push(objectTo(path, `the value of \${${name}} holds a line break`));
  return objections;
}

/** Every known value is masked wherever it stands, those of the secrets file that nothing refers to as well. */
function unmaskable(
  topology: Topology,
  kept: SecretsFile | undefined,
  valueOf: (name: string) => string | undefined,
): readonly Objection[] {
  const places = new Map<string, Objection['path']>();
  for (const name of kept?.values.keys() ?? []) places.set(name, ['secrets']);
  for (const { name, path } of secretReferences(topology).toReversed()) places.set(name, path);
  return [...places].flatMap(([name, path]) => {
    const values = new Set([valueOf(name), kept?.values.get(name)]);
    const whys = [...values].flatMap((value) =>
      value === undefined ? [] : (illegible(value, topology) ?? []),
    );
    return whys.slice(0, 1).map((why) => objectTo(path, `the value of \${${name}} ${why}; use another one`));
  });
}

/** The names of secrets whose values are words that devices print of themselves: there, evidence will be stars. */
export function printedSecrets(topology: Topology, secrets: Secrets): readonly string[] {
  const names = new Set(secretReferences(topology).map(({ name }) => name));
  return [...names].filter((name) => isPrinted(secrets.reveal({ secret: name })));
}

/** Complaints with their places in the topology, read once more for them; at its beginning if it has gone. */
function placed(objections: readonly Objection[], path: string): readonly Complaint[] {
  const placeOf = (() => {
    try {
      return readYaml(readFileSync(path, 'utf8'), path).placeOf;
    } catch {
      return () => ({ file: path, line: 1, column: 1 });
    }
  })();
  return sorted(objections.map((objection) => ({ place: placeOf(objection), message: objection.message })));
}

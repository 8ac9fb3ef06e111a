import { adminContext, type ContextSettings } from '../config/context-settings.ts';
import type { Space } from '../system/space.ts';
import type { System } from '../system/system.ts';

/** The contexts that a session sees: all from the system and the admin context, else its own. */
function seenFrom({ spaces }: System, { name }: Space, only?: string): readonly ContextSettings[] {
  const isOwn = name !== undefined && name !== spaces.admin.name;
  return spaces.settings.filter(
    (one) => (only === undefined || one.name === only) && (!isOwn || one.name === name),
  );
}

/** `show context`: the name of the admin context is marked, and interfaces follow in columns. */
export function showContext(system: System, space: Space, only?: string): string[] {
  const head = 'Context Name      Class      Interfaces           Mode         URL';
  const rows = seenFrom(system, space, only).flatMap((one) => {
    const name = `${one.admin ? '*' : ' '}${one.name}`.padEnd(17);
    const mode = transparency(system).padEnd(12);
    return inColumns(one).map((interfaces, at) =>
      at === 0
        ? ` ${`${name}default`.padEnd(27)} ${interfaces.padEnd(20)} ${mode} ${one.url ?? ''}`.slice(1)
        : `${''.padEnd(28)} ${interfaces}`,
    );
  });
  const total = `Total active Security Contexts: ${system.spaces.contexts.length}`;
  return [head, ...rows, ...(space.name === undefined ? ['', total] : [])];
}

/** `show context detail`. */
export function showContextDetail(system: System, space: Space): string[] {
  return seenFrom(system, space).flatMap((one, at) => {
    const { config } = system;
    const description = config.text('description', `context ${one.name}`)?.slice('description '.length);
    const real = one.allocations.map(({ physical }) => physical).join(', ');
    const mapped = one.allocations.map(({ name }) => name).join(', ');
    const flags = one.name === adminContext(config) ? '0x00000013' : '0x00000011';
    return [
      `Context "${one.name}", ${one.url === undefined ? 'has not been created' : 'has been created'}`,
      ...(description === undefined ? [] : [`  Desc: ${description}`]),
      `  Config URL: ${one.url ?? ''}`,
      `  Real Interfaces: ${real}`,
      `  Mapped Interfaces: ${mapped}`,
      ...(config.text('failover group 1') === undefined ? [] : [`  Failover group: ${one.group}`]),
      `  Class: default, Flags: ${flags}, ID: ${at + 1}`,
      '',
    ];
  });
}

/** `show context count`. */
export function showContextCount({ spaces }: System): string[] {
  return [`Total active Security Contexts: ${spaces.contexts.length}`];
}

function transparency({ config }: System): string {
  return config.text('firewall') === undefined ? 'Routed' : 'Transparent';
}

/** As many interfaces as fit beside each other; one that does not fit stands on the next line. */
function inColumns({ allocations }: ContextSettings): readonly string[] {
  const rows: string[] = [''];
  for (const { name, physical } of allocations) {
    const shown = name === physical ? physical : name;
    const last = rows.at(-1) ?? '';
    if (last !== '' && last.length + shown.length + 1 > 20) {
      rows[rows.length - 1] = `${last},`;
      rows.push(shown);
    } else rows[rows.length - 1] = last === '' ? shown : `${last},${shown}`;
  }
  return rows;
}

import {
  type Allocation,
  adminContext,
  contextSection,
  contextSettings,
} from '../../config/context-settings.ts';
import { sectionOf } from '../../config/interface-settings.ts';
import type { CommandSet } from '../command-set.ts';
import { type ConfigContext, refuse } from '../config-context.ts';

/** Making contexts, in the system execution space. */
export function addContextEntry(set: CommandSet<ConfigContext>): void {
  set.add('context <nameif>', ({ values }, context) => enterContext(values[0] ?? '', context));
  set.add(['no context <nameif>', 'no context <nameif> noconfirm'], ({ values }, context) => {
    const { config } = context.space;
    const [name = ''] = values;
    if (config.text(contextSection(name)) === undefined)
      return refuse(context, `Context '${name}' does not exist`);
    if (adminContext(config) === name && contextSettings(config).length > 1)
      return refuse(context, 'Admin context cannot be removed while other contexts exist');
    context.print(`Removing context '${name}' (${numberOf(context, name)})... Done`);
    config.batch(() => {
      config.remove(contextSection(name));
      if (adminContext(config) === name) config.remove('admin-context');
    });
  });
  set.add('admin-context <nameif>', ({ line, values }, context) => {
    const [name = ''] = values;
    const { config } = context.space;
    const isFirst = contextSettings(config).length === 0;
    const known = config.text(contextSection(name)) !== undefined;
    if (context.origin === 'typed' && !known && !isFirst)
      return refuse(context, `Context '${name}' does not exist`);
    config.batch(() => {
      if (!known) create(name, context);
      config.put('admin-context', line);
    });
  });
}

/** The commands below `context`. */
export function addContextCommands(set: CommandSet<ConfigContext>): void {
  for (const visibility of ['', ' visible', ' invisible']) {
    set.add(`allocate-interface <hardware> <mapped>${visibility}`, ({ values }, context) =>
      allocate(context, { physical: values[0] ?? '', name: values[1] ?? '' }, visibility),
    );
    set.add(`allocate-interface <hardware>${visibility}`, ({ values }, context) => {
      const [physical = ''] = values;
      allocate(context, { physical, name: physical }, visibility);
    });
  }
  set.add(
    ['no allocate-interface <hardware>', 'no allocate-interface <hardware> <line>'],
    ({ values }, { space, section }) => space.config.remove(`allocate-interface ${values[0] ?? ''}`, section),
  );
  set.add('config-url <word>', ({ values }, context) => putUrl(context, values[0] ?? ''));
  set.add('join-failover-group <1-2>', ({ line, values }, context) => {
    const { space, section } = context;
    if (section === contextSection(adminContext(space.config) ?? '') && values[0] !== '1')
      return refuse(context, 'Admin context must be in failover group 1');
    space.config.put('join-failover-group', line, { section });
  });
  set.add(['no join-failover-group', 'no join-failover-group <1-2>'], (_call, { space, section }) =>
    space.config.remove('join-failover-group', section),
  );
  set.add('description <line>', ({ line }, { space, section }) =>
    space.config.put('description', line, { section }),
  );
  set.add(['no description', 'no description <line>'], (_call, { space, section }) =>
    space.config.remove('description', section),
  );
}

/** The first context must be the admin context; others come after it. */
function enterContext(name: string, context: ConfigContext): void {
  const { config } = context.space;
  if (config.text(contextSection(name)) === undefined) {
    const refusal = context.origin === 'typed' ? whyNoMore(context) : undefined;
    if (refusal !== undefined) return refuse(context, refusal);
    create(name, context);
  }
  context.section = contextSection(name);
}

function whyNoMore({ space, system }: ConfigContext): string | undefined {
  const { config } = space;
  if (adminContext(config) === undefined)
    return "Identify admin context first, using the 'admin-context' command";
  // The admin context does not count against the licence.
  const licensed = Number(system.box.licence['Security Contexts'] ?? 0);
  return contextSettings(config).length > licensed
    ? `Maximum number of security contexts (${licensed}) has been reached`
    : undefined;
}

function create(name: string, context: ConfigContext): void {
  const key = contextSection(name);
  context.space.config.put(key, key);
  context.print(`Creating context '${name}'... Done. (${numberOf(context, name)})`);
}

/** Contexts are numbered in the order of their making. */
function numberOf({ space }: ConfigContext, name: string): number {
  return contextSettings(space.config).findIndex((one) => one.name === name) + 1;
}

function allocate(context: ConfigContext, { physical, name }: Allocation, visibility: string): void {
  const { space, section } = context;
  const { config } = space;
  if (config.text(sectionOf(physical)) === undefined)
    return refuse(
      context,
      `Interface ${physical} does not exist, create it in the system configuration first`,
    );
  const isLink = space
    .interfaces()
    .some((one) => one.name === physical && (one.purpose === 'failover' || one.purpose === 'state'));
  if (isLink) return refuse(context, `Interface ${physical} is used for failover and cannot be allocated`);
  const own = contextSettings(config).find((one) => contextSection(one.name) === section);
  if (own?.allocations.some((one) => one.name === name && one.physical !== physical))
    return refuse(context, `Mapped name ${name} is already used in this context`);
  const mapped = name === physical ? '' : ` ${name}`;
  const key = `allocate-interface ${physical}`;
  config.put(key, `${key}${mapped}${visibility}`, { section });
}

/** What lies there is read; where nothing does, the context begins with what every configuration has. */
function putUrl(context: ConfigContext, typed: string): void {
  const { space, section, system, origin } = context;
  const url = typed.replace(/^flash:/, 'disk0:');
  if (!/^disk\d:/.test(url))
    return refuse(context, `Could not fetch the URL ${typed}: the server cannot be reached`);
  const name = section?.slice('context '.length) ?? '';
  const isNew = system.spaces.find(name) === undefined;
  const isThere = system.box.files.file(url) !== undefined;
  space.config.put('config-url', `config-url ${url}`, { section });
  if (origin !== 'typed' || !isNew || isThere) return;
  context.print('');
  context.print(`WARNING: Could not fetch the URL ${url}`);
  context.print('INFO: Creating context with default config');
  if (adminContext(space.config) === name)
    context.print('INFO: Admin context will take some time to come up .... please wait.');
}

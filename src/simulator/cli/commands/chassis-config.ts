import type { CommandSet } from '../command-set.ts';
import { type ConfigContext, refuse } from '../config-context.ts';

/** How a unit boots and what it does when it crashes, as far as that is configured. */
export function addChassisConfig(set: CommandSet<ConfigContext>): void {
  const save = 'crashinfo save disable';
  set.add(save, (_call, { space }) => space.config.put(save, save));
  set.add(`no ${save}`, (_call, { space }) => space.config.remove(save));
  addCoreDump(set);
  set.add('config-register <word>', ({ values }, context) => setRegister(values[0] ?? '', context));
  set.add('no config-register', (_call, context) => setRegister('0x1', context));
}

/** The memory of a crashed unit goes to flash before its reboot, which it delays; firmware has it from 8.2 on. */
function addCoreDump(set: CommandSet<ConfigContext>): void {
  const key = 'coredump enable';
  const grammars = [key, `${key} filesystem <word>`, `${key} filesystem <word> size <60-4000>`];
  set.add([...grammars, `${key} size <60-4000>`], ({ line }, context) => {
    if (!context.system.box.dialect.down.coreDump)
      return refuse(context, "% Invalid input detected at '^' marker.");
    context.print('WARNING: Enabling coredump will delay the reload of the system in the event of');
    context.print('software forced reload. The exact time depends on the size of the coredump generated.');
    context.space.config.put(key, line);
  });
  set.add(`no ${key}`, (_call, { space }) => space.config.remove(key));
}

/** The register is no line of the configuration, and each unit has its own; it is read at the next boot. */
function setRegister(text: string, context: ConfigContext): void {
  context.replicates = false;
  const { box } = context.system;
  const register = /^0x[0-9a-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : undefined;
  if (register === undefined || !box.dialect.version.register)
    return refuse(context, "% Invalid input detected at '^' marker.");
  box.nonvolatile.register = register;
}

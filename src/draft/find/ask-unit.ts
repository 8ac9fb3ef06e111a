import { UnreadLineError } from '../../errors.ts';
import type { FirewallSession } from '../../device/index.ts';
import { showFailover, showVersion } from '../../show/index.ts';
import type { FailoverFacts, ShowParser, VersionFacts } from '../../show/index.ts';
import { interfaceMacs } from './interface-macs.ts';
import type { InterfaceMac } from './interface-macs.ts';
import { readRunningConfig } from './running-config.ts';
import type { RunningConfig } from './running-config.ts';

/** What a unit said of itself; what it printed and nobody could read is among the problems. */
export interface UnitSaid {
  readonly version?: VersionFacts;
  readonly failover?: FailoverFacts;
  readonly config?: RunningConfig;
  readonly macs: readonly InterfaceMac[];
  readonly contexts: ReadonlyMap<string, ContextSaid>;
  readonly problems: readonly string[];
}

/** The same of a context. */
export interface ContextSaid {
  readonly config?: RunningConfig;
  readonly macs: readonly InterfaceMac[];
}

/** A long configuration takes its time at 9600 baud: 64 KiB take more than a minute. */
const boundMs = 180_000;

/**
 * Asks a unit who it is and how it is configured, with `show` commands alone. Throws `NoAnswer` and `BenchError`
 * as the session does; an output that is not understood is told among the problems, and the rest is asked.
 */
export async function askUnit(session: FirewallSession): Promise<UnitSaid> {
  const problems: string[] = [];
  const ask = async (command: string, context?: string): Promise<string> =>
    (await session.run(command, { boundMs, context })).output;
  const read = async <T>(parser: Pick<ShowParser<T>, 'parse' | 'command'>, context?: string) => {
    try {
      return parser.parse(await ask(parser.command, context));
    } catch (error) {
      if (!(error instanceof UnreadLineError)) throw error;
      // The line itself is not told: a draft is a file, and the line may hold a key.
      const where = context === undefined ? '' : ` of context ${context}`;
      problems.push(`${session.name}: line ${error.line} of ${parser.command}${where} was not understood`);
      return undefined;
    }
  };
  const config = { command: 'show running-config', parse: readRunningConfig };
  const interfaces = { command: 'show interface', parse: interfaceMacs };
  const version = await read(showVersion);
  const failover = await read(showFailover);
  const running = await read(config);
  const macs = (await read(interfaces)) ?? [];
  const contexts = new Map<string, ContextSaid>();
  for (const { name } of running?.contexts ?? []) {
    const inContext = await read(config, name);
    contexts.set(name, {
      ...(inContext && { config: inContext }),
      macs: (await read(interfaces, name)) ?? [],
    });
  }
  return {
    ...(version && { version }),
    ...(failover && { failover }),
    ...(running && { config: running }),
    macs,
    contexts,
    problems,
  };
}

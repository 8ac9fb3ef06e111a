/**
 * `npm run rehearse -- active-standby -t simulated`: plays suites on virtual benches, in seconds, and says how each
 * scenario ended and which requirements of the guides passing findings name. Ends with 1 if a scenario neither passed
 * nor was pending. From source: `npx tsx src/explore/rehearse.ts`.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { realClock } from '../clock.ts';
import { messageOf } from '../errors.ts';
import { coverageOf } from './rehearsal/coverage.ts';
import { ordersFor } from './rehearsal/orders-for.ts';
import { closingText, suiteText } from './rehearsal/rehearsal-text.ts';
import type { RehearsedSuite } from './rehearsal/rehearsed.ts';
import { isRehearsalOrder, rehearseAll } from './rehearsal/rehearse-all.ts';
import { rehearseSuite } from './rehearsal/rehearse-suite.ts';
import { takeOrders } from './share-out.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    topology: { type: 'string', short: 't', multiple: true, default: [] },
    scenario: { type: 'string', short: 's', multiple: true, default: [] },
    defect: { type: 'string', short: 'd', multiple: true, default: [] },
    seed: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
    verbose: { type: 'boolean', short: 'v', default: false },
    json: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
    worker: { type: 'boolean', default: false },
  },
});

if (values.worker) takeOrders(isRehearsalOrder, rehearseSuite);
else await main();

async function main(): Promise<void> {
  const beganMs = realClock.nowMs();
  const suites: RehearsedSuite[] = [];
  try {
    const orders = ordersFor(positionals, values.topology, {
      defects: values.defect,
      ...(values.scenario.length > 0 ? { only: values.scenario } : {}),
      fresh: values.fresh,
      seed: Number(values.seed),
      verbose: values.verbose,
    });
    await rehearseAll(orders, Number(values.workers), (one) => {
      suites.push(one);
      if (!values.json) say(suiteText(one));
    });
  } catch (error) {
    process.stderr.write(`rehearse: ${messageOf(error)}\n`);
    process.exitCode = 64;
    return;
  }
  const coverage = coverageOf(suites.flatMap(({ scenarios }) => scenarios));
  const wallMs = realClock.nowMs() - beganMs;
  say(
    values.json
      ? JSON.stringify({ suites, coverage, wallMs }, null, 2)
      : closingText(suites, coverage, wallMs),
  );
  if (suites.some(isWrong)) process.exitCode = 1;
}

function isWrong({ scenarios, trouble }: RehearsedSuite): boolean {
  return (
    trouble !== undefined || scenarios.some(({ outcome }) => outcome !== 'pass' && outcome !== 'pending')
  );
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

import { UsageError } from '../../errors.ts';
import { noFacts } from '../facts.ts';
import type { DraftFacts, InterfaceFound } from '../facts.ts';
import { told } from '../told.ts';
import type { Told } from '../told.ts';
import { interfaceAnswer, interfaceForm, linkAnswer, linkForm } from './answered-interface.ts';
import { askFor, askForSeveral } from './ask-for.ts';
import type { Answerer } from './ask-for.ts';

const from = 'as answered';

type Mode = 'active-standby' | 'active-active';

/** Asks what the units would have said of themselves. Throws `UsageError` when the answers end. */
export async function askPair(answerer: Answerer): Promise<DraftFacts> {
  const text = (question: string): Promise<Told<string> | undefined> =>
    askFor(answerer, question, (answer) => told(answer, from));
  const model = await text('Model of the units, as show version prints it (ASA5520, PIX-515E)');
  const firmware = await text('Firmware, as show version prints it (8.2(5))');
  const mode = await askFor(answerer, 'active-standby or active-active', (answer) => {
    if (answer !== 'active-standby' && answer !== 'active-active')
      throw new UsageError('expected active-standby or active-active');
    return told<Mode>(answer, from);
  });
  const hostname = await text('Hostname');
  const link = await askFor(answerer, `Failover link (${linkForm}), or cable`, (answer) =>
    answer === 'cable' ? ('cable' as const) : linkAnswer(answer),
  );
  const stateLink = await askFor(
    answerer,
    `State link (${linkForm}, or the name of what it shares)`,
    linkAnswer,
  );
  const interfaces: readonly InterfaceFound[] = await askForSeveral(
    answerer,
    `Data interface (${interfaceForm})`,
    interfaceAnswer,
  );
  const serials = {
    primary: await text('Serial number of the primary unit'),
    secondary: await text('Serial number of the secondary unit'),
  };
  const { primary, secondary } = noFacts.units;
  const isPix = model === undefined ? undefined : /^pix/i.test(model.value);
  return {
    ...noFacts,
    pair: {
      ...noFacts.pair,
      ...(isPix === undefined
        ? {}
        : { platform: told(isPix ? ('pix' as const) : ('asa' as const), 'by the model') }),
      ...(model && { model }),
      ...(firmware && { firmware }),
      ...(mode && { mode }),
      ...(hostname && { hostname }),
      failover: {
        ...(link === 'cable' ? { cable: told(true, from) } : link ? { link } : {}),
        ...(stateLink && { stateLink }),
      },
      interfaces,
    },
    units: {
      primary: { ...primary, ...(serials.primary && { serial: serials.primary }) },
      secondary: { ...secondary, ...(serials.secondary && { serial: serials.secondary }) },
    },
  };
}

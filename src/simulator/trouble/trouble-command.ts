import { messageOf, UsageError } from '../../errors.ts';
import { unitNames } from '../../pair/index.ts';
import type { CreatedBench } from '../face/simulated-bench.ts';
import { failoverCableVerbs, pduVerbs, unitVerbs } from './verbs.ts';
import { oneOf } from './words.ts';

/** Makes the trouble that a line asks for, such as `pull primary GigabitEthernet0/1`. Returns what to say: a line or several. */
export function troubleCommand(bench: CreatedBench, line: string): string {
  const [verb = '', subject = '', ...words] = line.trim().split(/\s+/);
  if (verb === '') return '';
  try {
    if (verb === 'help') return help();
    if (verb === 'pdu') tellPdu(bench, subject, words);
    else tellUnit(bench, verb, subject, words);
    return 'ok';
  } catch (error) {
    if (error instanceof UsageError) return `error: ${messageOf(error)}`;
    throw error;
  }
}

function tellUnit(bench: CreatedBench, verb: string, subject: string, words: readonly string[]): void {
  const known = Object.hasOwn(unitVerbs, verb) ? unitVerbs[verb] : undefined;
  if (!known) throw new UsageError(`there is no trouble ${JSON.stringify(verb)}; help lists them`);
  const unit = oneOf(subject, unitNames);
  if (Object.hasOwn(failoverCableVerbs, verb) && !bench.topology.pair.failover.cable)
    throw new UsageError('this pair has no failover cable');
  if (known.usage.includes('<interface>')) {
    const cables = Object.keys(bench.topology.units[unit].cables);
    oneOf(words[0] ?? '', cables);
  }
  known.act(bench.trouble[unit], words);
}

function tellPdu(bench: CreatedBench, name: string, words: readonly string[]): void {
  const pdu = bench.pduTrouble[oneOf(name, Object.keys(bench.pduTrouble))];
  const act = pduVerbs[oneOf(words[0] ?? '', Object.keys(pduVerbs))];
  if (pdu) act?.(pdu);
}

function help(): string {
  const verbs = Object.entries(unitVerbs).map(
    ([verb, { usage, sentence }]) => `${verb} ${usage}\n    ${sentence}`,
  );
  const pdus = `pdu <name> ${Object.keys(pduVerbs).join('|')}\n    what no command can do to a PDU`;
  return [...verbs, pdus, 'help, quit', `<unit> is ${unitNames.join(' or ')}`].join('\n');
}

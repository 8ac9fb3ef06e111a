/** The commands that write a topology. */
import type { Command } from '@commander-js/extra-typings';
import { endWith } from './end-process.ts';

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** Adds them to the program. */
export function addDraftCommands(program: Command): void {
  addInit(program);
  addImport(program);
}

function addInit(program: Command): void {
  program
    .command('init')
    .description('write the draft of a topology: by asking, or from what is named and found; changes nothing')
    .argument('[file]', 'standard output without it')
    .option(
      '--find',
      'look: at the serial devices here, and at the units and switches that are named, read-only',
    )
    .option('--console <unit=way>', 'a way to a console, such as primary=telnet://10.1.1.9:2007', collect, [])
    .option('--username <user>', 'who logs in to both units')
    .option('--switch <name=address>', 'a switch that SNMP may read; sw1=user@10.1.1.5 for v3', collect, [])
    .option('--pdu <name=family@address>', 'a PDU, such as pdu1=apc-rpdu2@10.1.1.6', collect, [])
    .option('--outlet <unit=pdu:outlet>', 'what feeds a unit, such as primary=pdu1:7', collect, [])
    .option('--secrets <file>', 'NAME=value lines for --find; <file>.secrets beside the topology without it')
    .option('--force', 'write over a file that is there')
    .addHelpText(
      'after',
      `
Examples:
  fover init rack7.yaml
  fover init rack7.yaml --find --username lab --switch sw1=10.1.1.5 \\
    --console primary=telnet://10.1.1.9:2007 --console secondary=/dev/ttyUSB0

Passwords come from the environment or the secrets file, by names that follow from the file and from the devices:
RACK7_PASSWORD, RACK7_ENABLE, RACK7_CONSOLE_PASSWORD, SW1_COMMUNITY; for SNMP v3 SW1_AUTH and SW1_PRIV.
What is not found is marked «fill in», and fover check refuses it, with its place.`,
    )
    .action((file, options) => endWith(async () => (await import('./init.ts')).init(file, options)));
}

function addImport(program: Command): void {
  program
    .command('import')
    .description('write the draft of a topology from files of other tools: a pyATS testbed, a list of cables')
    .argument(
      '<file...>',
      'testbeds (.yaml) and cable lists (.csv); where both know, the first one counts',
      collect,
      [],
    )
    .option('-o, --output <file>', 'where the draft is written; standard output without it')
    .option('--primary <device>', 'what the primary unit is called there')
    .option('--secondary <device>', 'what the secondary unit is called there')
    .option('--force', 'write over a file that is there')
    .addHelpText(
      'after',
      `
Examples:
  fover import testbed.yaml -o rack7.yaml
  fover import testbed.yaml cables.csv --primary fw-a --secondary fw-b -o rack7.yaml

A cable list has a heading for each end, device,interface,peer,port or the like, and one cable a row. Consoles and
power are rows too: fw-a,console,ts1,2007 and fw-a,psu1,pdu1,7. Passwords are never copied: they become references.
What was not understood is told, and stands in the draft.`,
    )
    .action((files, options) =>
      endWith(async () => (await import('./import.ts')).importFiles(files, options)),
    );
}

#!/usr/bin/env node
import { Command } from '@commander-js/extra-typings';
import { addDraftCommands } from './draft-commands.ts';
import { doctorCommand } from './doctor-command.ts';
import { endWith } from './end-process.ts';
import { exitCodes } from './exit-code.ts';
import { maskOutput } from './keep-secrets.ts';
import { simulatedTopology, suiteNames, toolVersion } from './places.ts';
import { addRackCommands } from './rack-commands.ts';
import { verifyCommand } from './verify-command.ts';

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const suitesInWords = `names of suites that come with fover (${suiteNames().join(', ')}), or files of your own`;
const playedInWords = `${suitesInWords}; all for every one of them; that of the pair's mode without any`;
const withoutControls = [
  '--no-controls',
  'do not try the instruments first, with the suite controls; the report says that it is not calibrated',
] as const;

for (const stream of [process.stdout, process.stderr]) maskOutput(stream);

const program = new Command('fover')
  .description(
    'Certifies failover of Cisco PIX and ASA pairs: causes the fault, watches, judges against the guides.',
  )
  .version(toolVersion)
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : exitCodes.usage))
  .addHelpText(
    'after',
    `
Exit codes: 0 pass, 1 fail, 2 inconclusive, 3 infrastructure, 4 bench left dirty (outranks all),
64 usage or topology error, 65 a line that is not understood, 70 internal.

Examples:
  fover run                                      the first suite on the simulated bench; no hardware needed
  fover list --procedure                         what the scenarios do to a rack; nothing is touched
  fover plan --topology rack.yaml                what a run would do on this bench; nothing is touched
  fover init rack.yaml                           write the draft of a topology, by asking or by looking
  fover check rack.yaml                          read a topology; nothing is touched
  fover run active-standby --topology rack.yaml  one suite on a real bench
  fover judge reports/<run>                      judge a stored run again, offline
  fover parse "show failover" capture.txt        text in, JSON out`,
  );

program
  .command('run')
  .description('play suites on the bench of a topology, judge, and write reports/<run>/')
  .argument('[suite...]', playedInWords, collect, [])
  .option('-t, --topology <file>', 'the bench', simulatedTopology)
  .option('-r, --reports <folder>', 'where the folder of the run is made', 'reports')
  .option(
    '-d, --defect <name>',
    'make the simulated pair get something wrong on purpose; may be repeated',
    collect,
    [],
  )
  .option('-w, --waivers <file>', 'findings that are lived with until a day; see fover judge --help')
  .option(...withoutControls)
  .option('--recover', 'put back first what is left open on the bench, and go on if all of it is as it was')
  .addHelpText(
    'after',
    '\nExamples:\n  fover run\n  fover run all\n  fover run ./my-suite.js --topology rack.yaml\n  fover run --defect never-takes-over',
  )
  .action((suites, { topology, reports, defect, waivers, controls, recover }) =>
    endWith(async () =>
      (await import('./run.ts')).run(suites, { topology, reports, defect, waivers, controls, recover }),
    ),
  );

program
  .command('list')
  .description('list the scenarios of suites with the requirements they are about; no bench is touched')
  .argument('[suite...]', `${suitesInWords}; all that come with fover without any`, collect, [])
  .option(
    '--procedure',
    'tell in plain words what each does to a rack, what is watched, and how it is put back',
  )
  .option('--json', 'print JSON')
  .addHelpText(
    'after',
    '\nExamples:\n  fover list\n  fover list active-standby --procedure\n  fover list ./my-suite.js --json',
  )
  .action((suites, options) => endWith(async () => (await import('./list.ts')).list(suites, options)));

program
  .command('plan')
  .description(
    'tell what a run would do on the bench of a topology, step by step, what must follow, and how long it takes; nothing is touched',
  )
  .argument('[suite...]', playedInWords, collect, [])
  .option('-t, --topology <file>', 'the bench', simulatedTopology)
  .option(...withoutControls)
  .option('--json', 'print JSON')
  .addHelpText(
    'after',
    '\nExamples:\n  fover plan\n  fover plan active-standby --topology rack.yaml\n  fover plan --topology rack.yaml --json',
  )
  .action((suites, options) => endWith(async () => (await import('./plan.ts')).plan(suites, options)));

program
  .command('check')
  .description('read a topology and say what it describes; nothing is touched')
  .argument('<topology>')
  .addHelpText('after', '\nExample:\n  fover check topologies/rack-asa-5520.yaml')
  .action((topology) => endWith(async () => (await import('./check.ts')).check(topology)));

program.addCommand(doctorCommand.copyInheritedSettings(program));

addRackCommands(program);

addDraftCommands(program);

program
  .command('judge')
  .description('judge a stored run again, by nothing but its folder, and write its verdict anew')
  .argument('<run>', 'the folder of the run')
  .option('-w, --waivers <file>', 'findings that are lived with until a day')
  .addHelpText(
    'after',
    `
Example:
  fover judge reports/<run> --waivers waivers.yaml

A file of waivers:
  waivers:
    - requirement: AS-ACTIVE-FAILED
      firmware: 8.0(2) to 8.2     # or any, one version, from 8.0(4), up to 8.2(5)
      reason: fixed in the next release
      bug: CSCab12345
      expires: "2026-12-31"       # the last day, in UTC, by the day of the run

What is waived is told as waived, not as passed, and ends with 0. A waiver that expired fails the run.`,
  )
  .action((folder, options) => endWith(async () => (await import('./judge.ts')).judge(folder, options)));

program.addCommand(verifyCommand.copyInheritedSettings(program));

program
  .command('parse')
  .description('read the text of a show command, print it as JSON')
  .argument('<command>', 'such as "show failover"')
  .argument('[file]', 'standard input without it')
  .addHelpText(
    'after',
    '\nExamples:\n  fover parse "show failover" capture.txt\n  fover parse "show version" < capture.txt',
  )
  .action((command, file) => endWith(async () => (await import('./parse.ts')).parse(command, file)));

program
  .command('requirements')
  .description('list what the guides demand, where they do, how it is observed, and what exercises it')
  .argument('[id]', 'tell all of this one')
  .option(
    '--runs <folder...>',
    'folders of runs that tell what was exercised; those below reports/ without it',
  )
  .option('--not-exercised', 'only what could be observed and no scenario of the runs exercised')
  .option('--json', 'print JSON')
  .addHelpText(
    'after',
    '\nExamples:\n  fover requirements\n  fover requirements AS-ACTIVE-FAILED\n  fover requirements --not-exercised --runs reports/*',
  )
  .action((id, options) =>
    endWith(async () => (await import('./requirements.ts')).requirements(id, options)),
  );

program
  .command('coverage')
  .description('tell what of the model the scenarios of stored runs exercised, and what never')
  .argument('<run...>', 'folders of runs', collect, [])
  .option('--json', 'print JSON')
  .addHelpText('after', '\nExample:\n  fover coverage reports/*')
  .action((runs, options) => endWith(async () => (await import('./coverage.ts')).coverage(runs, options)));

program
  .command('generate')
  .description('print a suite of scenarios for the bench of a topology; nothing is touched')
  .requiredOption('--cover', 'those that reach of the model what has not been reached, as few as possible')
  .option('-t, --topology <file>', 'the bench', simulatedTopology)
  .option('--runs <folder...>', 'folders of runs; what they exercised is not asked again')
  .addHelpText(
    'after',
    '\nExample:\n  fover generate --cover -t rack.yaml --runs reports/* > more.js\n  fover run ./more.js -t rack.yaml',
  )
  .action((options) => endWith(async () => (await import('./generate.ts')).generate(options)));

program
  .command('ports')
  .description('list the serial devices that are plugged in, by the names that stay, and who uses them')
  .option('--json', 'print them as JSON')
  .addHelpText('after', '\nExample:\n  fover ports')
  .action((options) => endWith(async () => (await import('./ports.ts')).ports(options)));

program
  .command('simulate')
  .description(
    'serve a bench made of software: consoles by telnet; the addresses of the pair by SSH, and by telnet, HTTPS and SNMP as the units are configured; switches and PDUs',
  )
  .argument('[topology]', 'one with a `simulated` part', simulatedTopology)
  .option('--json', 'print one line of JSON with the endpoints when ready')
  .option('-d, --defect <name>', 'get something wrong on purpose; may be repeated', collect, [])
  .option('--defects', 'list everything that can be got wrong, and end')
  .option('--dialect <name>', 'what both units print and understand; that of their firmware without it')
  .option('--dialects', 'list the dialects, and end')
  .option('--seed <number>', 'what is random on the bench follows from it; 1 without it')
  .option('--speed <factor>', 'let time pass so many times as fast on the bench, all timers alike')
  .option('--pairs <number>', 'serve so many benches alike; their seeds count up')
  .option(
    '--trouble [port]',
    'take troubles at a TCP port of this machine, one a line; `help` there lists them',
  )
  .option('--blank', 'start both units from blank flash, not as a configured pair')
  .option('--until-input-ends', 'also end when standard input does')
  .addHelpText(
    'after',
    '\nExamples:\n  fover simulate\n  fover simulate topologies/simulated.yaml --defect never-takes-over\n  fover simulate --defects\n\nWho hears the syslog messages and SNMP notifications of the units stands in the topology: simulated, stations.',
  )
  .action((topology, options) =>
    endWith(async () => (await import('./simulate.ts')).simulate(topology, options)),
  );

await program.parseAsync();

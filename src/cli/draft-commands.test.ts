import { PassThrough } from 'node:stream';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { cablesSample, testbedSample } from '../draft/import-samples.test-support.ts';
import { TopologyError, UsageError } from '../errors.ts';
import { answerOnTerminal } from './answer-on-terminal.ts';
import { fover, workFolder } from './fover.test-support.ts';
import { importFiles } from './import.ts';
import { lookUpSecrets } from './look-up-secrets.ts';

describe('fover init', function () {
  this.timeout(30_000);

  it('says which flags to give where there is no terminal to ask at, and writes nothing', async () => {
    const folder = workFolder();
    const { code, out, err } = await fover(folder, ['init', 'rack.yaml'], { input: 'lab\n' });
    expect([code, out]).to.deep.equal([64, '']);
    for (const flag of ['--find', '--console', '--username', '--switch', '--pdu', '--outlet'])
      expect(err).to.contain(flag);
    expect(existsSync(join(folder, 'rack.yaml'))).to.equal(false);
  });

  it('writes what is named, once; fover check points at what is still to be filled in', async () => {
    const folder = workFolder();
    const flags = [
      '--username',
      'lab',
      '--console',
      'primary=tcp://10.1.1.9:4007',
      '--switch',
      'sw1=10.1.1.5',
    ];
    const made = await fover(folder, ['init', 'rack 7.yaml', ...flags]);
    expect(made.code, made.err).to.equal(0);
    const text = readFileSync(join(folder, 'rack 7.yaml'), 'utf8');
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    expect(existsSync(join(folder, schema)), schema).to.equal(true);
    expect(made.err).to.contain(
      `${text.match(/fill in:/g)?.length} places to fill in; then: fover check rack 7.yaml`,
    );
    const checked = await fover(folder, ['check', 'rack 7.yaml']);
    expect(checked.code).to.equal(64);
    const lines = text.split('\n');
    const places = [...checked.err.matchAll(/rack 7\.yaml:(\d+):\d+: /g)].map(
      ([, line]) => lines[Number(line) - 1],
    );
    expect(places).to.not.be.empty;
    for (const line of places) expect(line).to.contain('# fill in:');
    const again = await fover(folder, ['init', 'rack 7.yaml', ...flags]);
    expect(again.code).to.equal(64);
    expect(again.err).to.contain('rack 7.yaml is there already; --force writes over it');
    expect(readFileSync(join(folder, 'rack 7.yaml'), 'utf8')).to.equal(text);
  });

  it('writes what it knows when somebody does not answer, and says who', async () => {
    const folder = workFolder();
    const flags = [
      'init',
      'rack.yaml',
      '--find',
      '--username',
      'lab',
      '--console',
      'primary=tcp://127.0.0.1:1',
    ];
    writeFileSync(join(folder, 'rack.secrets'), 'RACK_PASSWORD=x1-y2\nRACK_ENABLE=x3-y4\n', { mode: 0o600 });
    const silent = await fover(folder, flags);
    expect(silent.code).to.equal(3);
    expect(silent.err).to.contain('the primary unit was not asked to the end');
    const text = readFileSync(join(folder, 'rack.yaml'), 'utf8');
    expect(text).to.contain('port: 1\n').and.not.contain('x1-y2');
  });
});

describe('fover import', function () {
  this.timeout(30_000);

  it('writes one draft of several files, and tells what has no place in it', async () => {
    const folder = workFolder();
    writeFileSync(join(folder, 'testbed.yaml'), testbedSample);
    writeFileSync(join(folder, 'cables.csv'), cablesSample);
    const { code, out, err } = await fover(folder, ['import', 'testbed.yaml', 'cables.csv']);
    expect(code, err).to.equal(0);
    expect(out)
      .to.contain('name: rack7')
      .and.contain('- GigabitEthernet1/0/48 # core1')
      .and.not.contain('hunter2secret');
    expect(err).to.contain('testbed.yaml:22:15: devices.fw-a.custom.rack was not taken over');
    expect(err).to.contain('cables.csv:13:6: "usb" is no interface').and.not.contain('hunter2secret');
  });

  it('refuses a file by its place, one that it cannot read by its name, and to write over one', () => {
    const folder = workFolder();
    const put = (name: string, content: string | Buffer): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const bad = put('bad.csv', 'device,interface,peer,port\nfw-a,"Gi0/0,x,y\n');
    expect(() => importFiles([bad], {})).to.throw(TopologyError, 'bad.csv:2:6: this quote is never closed');
    const binary = put('bad.yaml', Buffer.from([0xff, 0xfe, 0x00]));
    expect(() => importFiles([binary], {})).to.throw(UsageError, 'bad.yaml: it is not UTF-8 text');
    expect(() => importFiles([join(folder, 'none.yaml')], {})).to.throw(
      UsageError,
      'none.yaml: Error: ENOENT',
    );
    expect(() => importFiles([put('rack.xlsx', 'x')], {})).to.throw(UsageError, 'cannot tell what');
    const testbed = put('tb.yaml', testbedSample);
    expect(() => importFiles([testbed], { output: testbed })).to.throw(UsageError, 'is there already');
    expect(readFileSync(testbed, 'utf8')).to.equal(testbedSample);
  });
});

describe('answers on a terminal', () => {
  const opened = () => {
    const input = new PassThrough();
    const output = new PassThrough();
    return { input, output, terminal: answerOnTerminal({ input, output }) };
  };

  it('are given to the questions in their order, also those that were pasted ahead', async () => {
    const { input, terminal } = opened();
    const first = terminal.ask('one? ');
    input.write('a\nb\n');
    expect([await first, await terminal.ask('two? ')]).to.deep.equal(['a', 'b']);
    terminal.close();
  });

  it('end with the terminal, at a question and before one', async () => {
    const { input, output, terminal } = opened();
    const asked = terminal.ask('one?\u001b[2J ');
    input.write('\u0004');
    expect(await asked).to.equal(undefined);
    expect(await terminal.ask('two? ')).to.equal(undefined);
    expect(String(output.read())).to.contain('one?\\x1b[2J').and.not.contain('\u001b[2J');
  });
});

describe('secrets that are looked up by their names', () => {
  it('come from the environment, else from a file that nobody else may read', () => {
    const file = join(workFolder(), 'rack.secrets');
    writeFileSync(file, 'A_1=from-file\nB_1=from-file\n', { mode: 0o600 });
    const reveal = lookUpSecrets(['A_1', 'B_1'], file, { A_1: 'from-environment', B_1: '' });
    expect([reveal('A_1'), reveal('B_1')]).to.deep.equal(['from-environment', 'from-file']);
    expect(() => lookUpSecrets(['C_1', 'A_1'], file, {})).to.throw(UsageError, 'set C_1 in the environment');
    expect(() => lookUpSecrets(['A_1'], `${file}.none`, {})).to.throw(UsageError, 'set A_1');
    writeFileSync(`${file}.open`, 'A_1=x\n', { mode: 0o644 });
    expect(() => lookUpSecrets(['A_1'], `${file}.open`, {})).to.throw(UsageError, 'chmod 600');
  });
});

import { expect } from 'chai';
import { UnreadLineError } from '../../errors.ts';
import { showClock } from '../index.ts';
import { isEcho, isPrompt } from './prompt.ts';

describe('prompts and echoes', () => {
  const prompts = [
    'fw#',
    'fw>',
    'fw/pri/act#',
    'LAB-ASA12.x>',
    'SYS/CTX1/act/sec#',
    'a/b(config-if)#',
    '/sec/actNoFailover#',
    '>',
    '<hostname>#',
    'fpr-2110#',
    'firepower /ssa #',
    'fw*#',
    'asa(config-network-object)#',
  ];
  for (const prompt of prompts) it(`knows ${prompt}`, () => expect(isPrompt(prompt)).to.equal(true));

  const others = [
    '',
    'fw',
    'fw# x',
    'two words#',
    'fw##',
    'fw(config#',
    'failover',
    'Interface outside (10.0.0.1)>',
    'Compiled on Thu by <builders>',
    '==>',
  ];
  for (const text of others)
    it(`does not take ${JSON.stringify(text)} for a prompt`, () => expect(isPrompt(text)).to.equal(false));

  const echoes = [
    'show failover',
    'fw# show failover',
    'fw/pri/stby#sh fail',
    'fw(config)# failover exec mate show failover',
    '> show failover',
    'firepower /ssa # show failover',
    '<hostname>/pri/act# show failover',
    '------------------ show failover ------------------',
  ];
  for (const echo of echoes) {
    it(`knows ${JSON.stringify(echo)}`, () => expect(isEcho('show failover', echo)).to.equal(true));
  }

  for (const text of [
    'fw# show version',
    'show failover state',
    'fw#',
    'Failover On',
    'no fw# show failover',
    '------------------ show failover state ------------------',
    '-------------------[ firepower ]--------------------',
  ]) {
    it(`does not take ${JSON.stringify(text)} for the echo`, () =>
      expect(isEcho('show failover', text)).to.equal(false));
  }
});

describe('the ends of an output', () => {
  const clock = '12:40:33.800 UTC Wed Aug 16 2017';
  const around = [
    `fw# show clock\n${clock}\nfw# `,
    `fw# \nfw# \nfw# show clock\n${clock}\n\nfw# \nfw# \n`,
    `show clock\n${clock}`,
    `\r\nfw/pri/act# show clock\r\n${clock}\r\nfw/pri/stby# `,
    `Type help or '?' for a list of available commands.\nfw> enable\nPassword: ****\nfw# terminal pager 0\nfw# show clock\n${clock}\nfw# exit\n\nLogoff\n`,
    `------------------ show clock ------------------\n\n${clock}\n`,
    `\uFEFFshow clock\r\n<--- More --->\b\b\b   \b\b\b\r\n${clock}\r\n`,
  ];
  for (const text of around) {
    it(`are set apart in ${JSON.stringify(text)}`, () => expect(showClock.parse(text).at).to.equal(clock));
  }

  const broken: readonly (readonly [string, number])[] = [
    ['', 1],
    ['\n\n', 1],
    ['fw# show clock\n\nfw# ', 3],
    ['fw# show clock\n\n', 2],
    ['fw# show version\n12:40:33.800 UTC Wed Aug 16 2017', 1],
    [`${clock}\nfw# \nSwitching to Standby`, 3],
    [`fw# show version\nfw# show clock\n${clock}\nfw# show version`, 4],
    [`fw# show mode\nSecurity context mode: single\nfw# show clock\n${clock}`, 1],
    [`Welcome\nfw# show clock\n${clock}`, 1],
    [`fw# show clock\n${clock}\nfw# show clock\n${clock}\nfw# exit`, 3],
    [`${clock}\nfw# show clock\n${clock}\n`, 2],
  ];
  for (const [text, line] of broken) {
    it(`are refused at line ${line} in ${JSON.stringify(text)}`, () => {
      expect(() => showClock.parse(text))
        .to.throw(UnreadLineError)
        .with.property('line', line);
    });
  }
});

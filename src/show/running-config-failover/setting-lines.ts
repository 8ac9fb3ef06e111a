import type { FieldReader } from '../line/fields.ts';
import { shaped } from '../line/fields.ts';
import { unitWord } from '../word/unit-word.ts';
import type { FailoverSettingsFacts, NamedPort } from './facts.ts';
import { policyWord, pollTime } from './words.ts';

type Reader = FieldReader<Omit<FailoverSettingsFacts, 'addresses' | 'macs' | 'groups'>>;

const named = (nameif: string, port: string): NamedPort => (port === '' ? { nameif } : { nameif, port });
const isMask = (word: string): boolean => /^\*+$/.test(word);

const key: Reader = shaped(
  /^failover (?:lan )?(key|ipsec pre-shared-key) (?:(hex|\d) )?(\S+)$/i,
  (kind = '', form = '', secret = '') => {
    const ipsec = kind.toLowerCase() !== 'key';
    const written = form.toLowerCase() === 'hex' ? 'hex' : 'secret';
    return { key: { kind: ipsec ? 'ipsec' : written, masked: isMask(secret) } };
  },
);

const polls: readonly Reader[] = [
  shaped(/^failover polltime interface (.+)$/i, (words = '') => {
    const interfacePoll = pollTime(words);
    return interfacePoll && { interfacePoll };
  }),
  shaped(/^failover polltime link-state msec (\d+)$/i, (ms = '') => ({ linkStatePollMs: Number(ms) })),
  shaped(/^failover polltime (?:unit )?((?:msec |\d).*)$/i, (words = '') => {
    const unitPoll = pollTime(words);
    return unitPoll && { unitPoll };
  }),
  shaped(/^failover holdtime unit (msec )?(\d+)$/i, (msec = '', time = '') => ({
    unitHoldMs: Number(time) * (msec === '' ? 1000 : 1),
  })),
  // PIX 6: one poll time for everything.
  shaped(/^failover poll (\d+)$/i, (seconds = '') => ({ unitPoll: { pollMs: Number(seconds) * 1000 } })),
];

const switches: readonly Reader[] = [
  shaped(/^(no )?failover$/i, (no = '') => ({ enabled: no === '' })),
  shaped(/^(no )?failover lan enable$/i, (no = '') => ({ lanEnabled: no === '' })),
  shaped(/^(no )?failover replicat(?:ion|e) http$/i, (no = '') => ({ replicatesHttp: no === '' })),
  shaped(/^(no )?failover wait-disable$/i, (no = '') => ({ waitsForMate: no !== '' })),
  shaped(/^(no )?failover standby config-lock$/i, (no = '') => ({ standbyConfigLocked: no === '' })),
];

/** A reader for each failover command that stands once in a configuration. */
export const settingLines: readonly Reader[] = [
  ...switches,
  ...polls,
  key,
  shaped(/^failover lan unit (\w+)$/i, (word = '') => {
    const unit = unitWord(word);
    return unit && { unit };
  }),
  shaped(/^failover lan interface (\S+)(?: (\S+))?$/i, (nameif = '', port = '') => ({
    lanInterface: named(nameif, port),
  })),
  shaped(/^failover link (\S+)(?: (\S+))?$/i, (nameif = '', port = '') => ({
    stateLink: named(nameif, port),
  })),
  shaped(/^failover interface-policy (\S+)$/i, (word = '') => {
    const interfacePolicy = policyWord(word);
    return interfacePolicy && { interfacePolicy };
  }),
  shaped(/^failover replication rate (\d+)$/i, (rate = '') => ({ replicationRate: Number(rate) })),
  shaped(/^failover timeout (-?\d+(?::\d\d:\d\d)?)$/i, (timeout = '') => ({ timeout })),
  shaped(/^failover health-check bfd (\S+)$/i, (bfdTemplate = '') => ({ bfdTemplate })),
];

/** Spoiled input for everything that reads what others have written: each target by one line. */
import { consoleServers } from './targets/console-server.ts';
import { dialogue, prompts } from './targets/dialogue.ts';
import { endpoints } from './targets/endpoints.ts';
import { chain } from './targets/evidence.ts';
import { http, httpBodies, httpPdu, powerman } from './targets/http.ts';
import { imports, specs, word } from './targets/import.ts';
import { ios } from './targets/ios.ts';
import { journal, leases } from './targets/kept.ts';
import { knownHosts } from './targets/known-hosts.ts';
import { manifest } from './targets/manifest.ts';
import { maskedStream, maskedText } from './targets/mask.ts';
import { secretsFile } from './targets/secrets-file.ts';
import { show, showCommand } from './targets/show.ts';
import { snmpAnswer, snmpValues, traps } from './targets/snmp.ts';
import { sshGreeting } from './targets/ssh-greeting.ts';
import { syslog, syslogStream } from './targets/syslog.ts';
import { telnet } from './targets/telnet.ts';
import { timeline, verdict } from './targets/timeline.ts';
import { topology } from './targets/topology.ts';
import { updateServer } from './targets/update-server.ts';
import { visible } from './targets/visible.ts';
import type { FuzzTarget } from './target.ts';

export { fuzzTarget } from './fuzz-target.ts';
export type { Fuzzed } from './fuzz-target.ts';
export { fuzzHelp, fuzzOptions } from './fuzz-options.ts';
export { growthOf, leastMs, mostRatio } from './growth.ts';
export { hold, holdSame } from './hold.ts';
export { inChunks } from './in-chunks.ts';
export { inFile } from './in-file.ts';
export { nothing, only, textOf, utf8 } from './target.ts';
export type { FuzzTarget } from './target.ts';
export { closingText, fuzzedJson, fuzzedText, growthText } from './tell.ts';

/** Every reader of a room; those of the command line have their own list there. */
export const targets: readonly FuzzTarget[] = [
  topology,
  secretsFile,
  knownHosts,
  endpoints,
  timeline,
  verdict,
  manifest,
  chain,
  journal,
  leases,
  ...imports,
  ...specs,
  word,
  ...show,
  showCommand,
  ...dialogue,
  prompts,
  syslog,
  syslogStream,
  updateServer,
  traps,
  snmpAnswer,
  snmpValues,
  ...telnet,
  ...consoleServers,
  sshGreeting,
  http,
  httpBodies,
  httpPdu,
  powerman,
  ios,
  maskedStream,
  maskedText,
  visible,
];

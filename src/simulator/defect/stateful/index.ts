import type { FirmwareDefect } from '../defect.ts';
import { dropsArpTable } from './drops-arp-table.ts';
import { dropsTcp } from './drops-tcp.ts';
import { dropsTranslations } from './drops-translations.ts';
import { dropsUdp } from './drops-udp.ts';
import { ignoresUpdates } from './ignores-updates.ts';
import { neverReplicatesHttp } from './never-replicates-http.ts';
import { replicatesHttpUnasked } from './replicates-http-unasked.ts';
import { sendsNoUpdates } from './sends-no-updates.ts';

/** Firmware that gets Stateful Failover wrong. */
export const statefulDefects: readonly FirmwareDefect[] = [
  dropsTcp,
  dropsUdp,
  dropsTranslations,
  dropsArpTable,
  replicatesHttpUnasked,
  neverReplicatesHttp,
  ignoresUpdates,
  sendsNoUpdates,
];

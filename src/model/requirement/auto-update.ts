import type { Requirement } from '../../pair/index.ts';
import { chapter13 } from './guides.ts';

const support = chapter13('Auto Update Server Support in Failover Configurations');
const process = chapter13('Auto Update Process Overview');

/** A pair that fetches images and configurations from an Auto Update Server. */
export const autoUpdate = {
  singleActiveStandby: {
    id: 'AU-SINGLE-ACTIVE-STANDBY',
    statement: 'Auto Update is supported for Active/Standby failover in single mode only.',
    sources: [support],
    observed: { by: ['console', 'update-server'] },
  },
  configuredOnPrimary: {
    id: 'AU-CONFIGURED-ON-PRIMARY',
    statement: 'Auto Update is enabled for the pair by configuring the server on the primary unit.',
    sources: [support],
    observed: { by: ['console', 'show-running-config', 'update-server'] },
  },
  imageStopsTraffic: {
    id: 'AU-IMAGE-STOPS-TRAFFIC',
    statement: 'While a new platform image is loaded, the pair passes no traffic.',
    sources: [support],
    observed: { by: ['traffic', 'console'] },
    note: 'Contradicted by the hitless upgrade of «Auto Update Process Overview», in which the units reload one after the other.',
  },
  linkUnchanged: {
    id: 'AU-LINK-UNCHANGED',
    statement:
      'A new configuration must not change the failover link; if it does, the units lose each other.',
    sources: [support],
    observed: { by: ['show-failover', 'update-server'] },
    only: 'LAN-based failover',
  },
  primaryCalls: {
    id: 'AU-PRIMARY-CALLS',
    statement: 'Only the primary unit calls the Auto Update Server, and only while it is active.',
    sources: [support],
    observed: { by: ['update-server', 'show-failover'] },
  },
  failsOverToPrimary: {
    id: 'AU-FAILS-OVER-TO-PRIMARY',
    statement:
      'If the primary is not active when the server is to be called, the pair first fails over to it.',
    sources: [support, process],
    observed: { by: ['update-server', 'show-failover', 'syslog'] },
  },
  primaryDownloads: {
    id: 'AU-PRIMARY-DOWNLOADS',
    statement:
      'Only the primary downloads images and configurations, from the URLs that the server answers with, and copies them to the secondary.',
    sources: [support, process],
    observed: { by: ['update-server', 'console', 'frames'] },
  },
  primaryIdentity: {
    id: 'AU-PRIMARY-IDENTITY',
    statement:
      'The server is told the interface MAC address and the hardware serial number of the primary, and its configuration file is for the primary only.',
    sources: [support],
    observed: { by: ['update-server', 'show-version', 'show-interface'] },
  },
  notWhileSyncing: {
    id: 'AU-NOT-WHILE-SYNCING',
    statement: 'The update does not run while the units synchronize their configurations.',
    sources: [process],
    observed: { by: ['update-server', 'console'] },
  },
  notWhileFailed: {
    id: 'AU-NOT-WHILE-FAILED',
    statement: 'The update does not run while the standby unit is failed for any reason but its SSM card.',
    sources: [process],
    observed: { by: ['update-server', 'show-failover'] },
  },
  notWithoutLink: {
    id: 'AU-NOT-WITHOUT-LINK',
    statement: 'The update does not run while the failover link is down.',
    sources: [process],
    observed: { by: ['update-server', 'show-failover', 'port'] },
  },
  exchange: {
    id: 'AU-CHECKSUMS-EXCHANGED',
    statement:
      'The update begins with both units telling each other checksums and versions of platform and ASDM software.',
    sources: [process],
    observed: { by: ['console', 'frames'] },
  },
  standbyImageFirst: {
    id: 'AU-STANDBY-IMAGE-FIRST',
    statement: 'The primary copies a new image to the standby unit before it updates its own.',
    sources: [process],
    observed: { by: ['console'] },
  },
  secondaryReloadsFirst: {
    id: 'AU-SECONDARY-RELOADS-FIRST',
    statement: 'If both units have a new image, the secondary is reloaded first.',
    sources: [process],
    observed: { by: ['boot', 'console', 'show-failover'] },
  },
  hitless: {
    id: 'AU-HITLESS',
    statement:
      'If a hitless upgrade is possible when the secondary boots, it becomes active, the primary reloads, and the primary becomes active when it has loaded.',
    sources: [process],
    observed: { by: ['boot', 'show-failover', 'traffic'] },
  },
  notHitless: {
    id: 'AU-NOT-HITLESS',
    statement:
      'If a hitless upgrade is not possible when the standby unit boots, both units reload at the same time.',
    sources: [process],
    observed: { by: ['boot', 'traffic'] },
  },
  onlySecondary: {
    id: 'AU-ONLY-SECONDARY',
    statement: 'If only the secondary has a new image, only it reloads, and the primary waits until it has.',
    sources: [process],
    observed: { by: ['boot', 'show-failover', 'traffic'] },
  },
  onlyPrimary: {
    id: 'AU-ONLY-PRIMARY',
    statement: 'If only the primary has a new image, the secondary becomes active and the primary reloads.',
    sources: [process],
    observed: { by: ['boot', 'show-failover', 'traffic'] },
  },
  deviceManager: {
    id: 'AU-ASDM',
    statement:
      'A new ASDM image is fetched by the primary, copied to the standby unit if needed, and then updated on the primary.',
    sources: [process],
    observed: { by: ['update-server', 'console'] },
  },
  configurationOnBoth: {
    id: 'AU-CONFIGURATION-ON-BOTH',
    statement:
      'A new configuration is fetched by the primary and replaces the old one on both units at the same time.',
    sources: [process],
    observed: { by: ['update-server', 'show-running-config'] },
  },
  ends: {
    id: 'AU-ENDS-WHEN-EQUAL',
    statement:
      'After every update the process begins again, and when all checksums match it ends until the next poll time.',
    sources: [process],
    observed: { by: ['update-server', 'console'] },
  },
  debugged: {
    id: 'AU-DEBUG',
    statement: '`debug auto-update client` and `debug fover cmd-exe` display what is done during the update.',
    sources: [chapter13('Monitoring the Auto Update Process')],
    observed: { by: ['console'] },
  },
} as const satisfies Readonly<Record<string, Requirement>>;

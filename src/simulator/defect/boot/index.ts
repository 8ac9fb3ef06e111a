import type { FirmwareDefect } from '../defect.ts';
import { acceptsAnyCard } from './accepts-any-card.ts';
import { acceptsAnyChassis } from './accepts-any-chassis.ts';
import { acceptsAnyLicence } from './accepts-any-licence.ts';
import { acceptsAnyVersion } from './accepts-any-version.ts';
import { bootsWithoutFailover } from './boots-without-failover.ts';
import { doesNotSearch } from './does-not-search.ts';
import { forgetsDesignation } from './forgets-designation.ts';
import { forgetsFailoverKey } from './forgets-failover-key.ts';
import { hangsOnCrash } from './hangs-on-crash.ts';
import { losesConfiguration } from './loses-configuration.ts';
import { losesInterfacePolicy } from './loses-interface-policy.ts';
import { neverEndsReplication } from './never-ends-replication.ts';
import { refusesOtherMaintenance } from './refuses-other-maintenance.ts';
import { searchesForEver } from './searches-for-ever.ts';
import { secondaryFirst } from './secondary-first.ts';
import { staysCold } from './stays-cold.ts';

/** Firmware that gets finding the place in the pair wrong. */
export const bootDefects: readonly FirmwareDefect[] = [
  secondaryFirst,
  doesNotSearch,
  searchesForEver,
  staysCold,
  neverEndsReplication,
  losesConfiguration,
  bootsWithoutFailover,
  forgetsFailoverKey,
  forgetsDesignation,
  losesInterfacePolicy,
  hangsOnCrash,
  acceptsAnyVersion,
  acceptsAnyLicence,
  acceptsAnyChassis,
  acceptsAnyCard,
  refusesOtherMaintenance,
];

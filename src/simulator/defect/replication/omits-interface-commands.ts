import { replicating } from '../alterations.ts';
import type { FirmwareDefect } from '../defect.ts';

/** A unit that keeps its interfaces to itself. */
export const omitsInterfaceCommands: FirmwareDefect = {
  name: 'omits-interface-commands',
  sentence: 'The unit does not replicate what is entered below an interface.',
  breaks: ['REP-COMMAND-CONFIGURATION', 'REP-AS-ENTERED'],
  unit: (traits) => replicating(traits, /^(description|ip address|nameif|security-level)/, false),
};

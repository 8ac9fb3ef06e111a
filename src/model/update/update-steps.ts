import { mateOf, unitNames } from '../../pair/index.ts';
import type { Requirement, UnitName } from '../../pair/index.ts';
import { autoUpdate } from '../requirement/auto-update.ts';

/** What of a pair is not what the server has. */
export interface Outdated {
  /** The units with another platform image. */
  readonly image: readonly UnitName[];
  readonly deviceManager: boolean;
  readonly configuration: boolean;
}

/** One thing that the process does; `who` does it. */
export interface UpdateStep {
  readonly does:
    | 'tells its checksums'
    | 'becomes active'
    | 'calls the server'
    | 'fetches the image'
    | 'copies the image to its mate'
    | 'fetches the device manager'
    | 'copies the device manager to its mate'
    | 'fetches the configuration'
    | 'takes the configuration'
    | 'reloads'
    | 'ends until the next poll time';
  readonly who: UnitName;
  /** At the same time as the step before. */
  readonly together?: true;
  readonly requirements: readonly Requirement[];
}

const step = (
  who: UnitName,
  does: UpdateStep['does'],
  ...requirements: readonly Requirement[]
): UpdateStep => ({ who, does, requirements });

/** One and the same of both units, the second together with the first. */
const both = (does: UpdateStep['does'], requirement: Requirement): readonly UpdateStep[] =>
  unitNames.map((who, at) => ({ ...step(who, does, requirement), ...(at > 0 && { together: true }) }));

/**
 * The whole process in its order, from the unit that is active: it begins again after the image, after the device
 * manager and after the configuration, and ends when nothing is left. `isHitless` says whether the secondary can take
 * over with its new image while the primary runs the old one.
 */
export function updateSteps(active: UnitName, outdated: Outdated, isHitless = true): readonly UpdateStep[] {
  const { image, deviceManager, configuration } = outdated;
  const begun = [
    ...both('tells its checksums', autoUpdate.exchange),
    ...(active === 'primary' ? [] : [step('primary', 'becomes active', autoUpdate.failsOverToPrimary)]),
    step('primary', 'calls the server', autoUpdate.primaryCalls, autoUpdate.primaryIdentity),
  ];
  const again = (rest: Partial<Outdated>): readonly UpdateStep[] =>
    updateSteps('primary', { ...outdated, ...rest }, isHitless);
  if (image.length > 0) return [...begun, ...imageSteps(image, isHitless), ...again({ image: [] })];
  if (deviceManager) return [...begun, ...deviceManagerSteps, ...again({ deviceManager: false })];
  if (configuration) return [...begun, ...configurationSteps, ...again({ configuration: false })];
  return [...begun, step('primary', 'ends until the next poll time', autoUpdate.ends)];
}

function imageSteps(image: readonly UnitName[], isHitless: boolean): readonly UpdateStep[] {
  return [
    step('primary', 'fetches the image', autoUpdate.primaryDownloads),
    ...(image.includes('secondary')
      ? [step('primary', 'copies the image to its mate', autoUpdate.standbyImageFirst)]
      : []),
    ...reloads(image, isHitless),
  ];
}

function reloads(image: readonly UnitName[], isHitless: boolean): readonly UpdateStep[] {
  const [only, other] = image;
  if (only === undefined) return [];
  if (other === undefined)
    return only === 'secondary'
      ? [step('secondary', 'reloads', autoUpdate.onlySecondary)]
      : primaryReloads(autoUpdate.onlyPrimary);
  if (!isHitless) return both('reloads', autoUpdate.notHitless);
  return [
    step('secondary', 'reloads', autoUpdate.secondaryReloadsFirst),
    ...primaryReloads(autoUpdate.hitless),
    step('primary', 'becomes active', autoUpdate.hitless),
  ];
}

/** The mate takes over for as long as the primary needs. */
const primaryReloads = (requirement: Requirement): readonly UpdateStep[] => [
  step(mateOf('primary'), 'becomes active', requirement),
  step('primary', 'reloads', requirement),
];

const deviceManagerSteps: readonly UpdateStep[] = [
  step('primary', 'fetches the device manager', autoUpdate.deviceManager, autoUpdate.primaryDownloads),
  step('primary', 'copies the device manager to its mate', autoUpdate.deviceManager),
];

const configurationSteps: readonly UpdateStep[] = [
  step('primary', 'fetches the configuration', autoUpdate.primaryDownloads),
  ...both('takes the configuration', autoUpdate.configurationOnBoth),
];

/** What is said of the update besides its steps. */
export const updateSays: readonly Requirement[] = [
  autoUpdate.imageStopsTraffic,
  autoUpdate.linkUnchanged,
  autoUpdate.debugged,
];

/** What the steps say. */
export const updateStepsSay: readonly Requirement[] = [
  autoUpdate.exchange,
  autoUpdate.failsOverToPrimary,
  autoUpdate.primaryCalls,
  autoUpdate.primaryIdentity,
  autoUpdate.primaryDownloads,
  autoUpdate.standbyImageFirst,
  autoUpdate.secondaryReloadsFirst,
  autoUpdate.hitless,
  autoUpdate.notHitless,
  autoUpdate.onlySecondary,
  autoUpdate.onlyPrimary,
  autoUpdate.deviceManager,
  autoUpdate.configurationOnBoth,
  autoUpdate.ends,
];

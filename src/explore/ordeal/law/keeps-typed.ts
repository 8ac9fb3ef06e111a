import { unitNames } from '../../../pair/index.ts';
import { reactionBoundMs } from '../../bounds.ts';
import { linkSpells, meet, prolonged, unitSpells } from '../spells.ts';
import type { OrdealLaw } from './law.ts';

/**
 * What is typed on the active unit is in force on its ready mate as well, and stays as long as one of them runs. Only a
 * pair that loses both units, or whose units lose each other, may go back to what lies in a flash.
 */
export const keepsTyped: OrdealLaw = {
  name: 'keeps-typed',
  sentence:
    'A command typed on the active unit is in the configuration of both units, whoever is active later.',
  source: 'Document 77809, «Command Replication»; ASA 5580 guide, «Command Replication»',
  broken: (endured) => {
    const { ordeal, typed, missing, configurations, suffered } = endured;
    const boundMs = reactionBoundMs(ordeal.pair);
    const [away, alsoAway] = unitNames.map((unit) => prolonged(unitSpells(endured, unit), boundMs));
    const isLost = away?.some((one) => alsoAway?.some((other) => meet(one, other)));
    const isStarved = suffered.some(({ woe }) => woe === 'memory-full');
    if (missing.length > 0 || isLost || isStarved || linkSpells(endured).length > 0) return [];
    return typed.flatMap(({ where, line, atMs }) => {
      const lines = configurations.find((one) => one.where === where)?.lines;
      return unitNames
        .filter((unit) => !lines?.[unit].includes(line))
        .map((unit) => `${unit} does not have «${line}», typed at ${(atMs / 1000).toFixed(1)} s in ${where}`);
    });
  },
};

/** Which requirements stored runs have exercised, by their verdicts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, UsageError } from '../errors.ts';
import { exercisedBy } from '../judge/index.ts';

/** Ids of requirements, each with the names of the scenarios that exercised it; each name once. */
export type ExercisedInRuns = ReadonlyMap<string, readonly string[]>;

const verdictShape = z.object({
  scenarios: z.array(
    z.object({
      scenario: z.string(),
      outcome: z.string(),
      findings: z.array(
        z.object({
          outcome: z.enum(['pass', 'fail', 'inconclusive']),
          requirements: z.array(z.string()),
        }),
      ),
    }),
  ),
});

/** The folders of judged runs that lie in a folder of reports; none if there is no such folder. */
export function runsBelow(reports: string): readonly string[] {
  if (!existsSync(reports)) return [];
  const folders = readdirSync(reports, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => join(reports, name))
    .filter((folder) => existsSync(join(folder, 'verdict.json')))
    .toSorted();
}

/** What the runs in these folders exercised. Throws `UsageError` for a folder without a verdict that can be read. */
export function exercisedInRuns(folders: readonly string[]): ExercisedInRuns {
  const found = new Map<string, string[]>();
  for (const { scenario, ...counted } of folders.flatMap(scenariosOf))
    for (const id of exercisedBy(counted)) {
      const names = found.get(id);
      if (!names) found.set(id, [scenario]);
      else if (!names.includes(scenario)) names.push(scenario);
    }
  return found;
}

function scenariosOf(folder: string): z.infer<typeof verdictShape>['scenarios'] {
  try {
    return verdictShape.parse(JSON.parse(readFileSync(join(folder, 'verdict.json'), 'utf8'))).scenarios;
  } catch (error) {
    throw new UsageError(
      `${folder}: no verdict.json in it that can be read (${messageOf(error)}); judge the run with fover judge first`,
      { cause: error },
    );
  }
}

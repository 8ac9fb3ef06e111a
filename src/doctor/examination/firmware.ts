import { unitNames } from '../../pair/index.ts';
import { isAtLeast } from '../../topology/index.ts';
import type { VersionFacts } from '../../show/index.ts';
import type { Examination } from '../examination.ts';
import { about } from '../row.ts';
import type { Row } from '../row.ts';

/** Whether what runs on the units is what the guides speak of. */
export const firmware: Examination = {
  name: 'firmware',
  examine: ({ units }) =>
    unitNames.map((unit) => {
      const { version } = units[unit];
      return 'blind' in version ? about(unit, what).unknown(version) : supported(unit, version.saw);
    }),
};

const what = 'software that the guides speak of';
const wanted = 'PIX or ASA software 7.0 and later';

function supported(unit: string, { product, firmware: version, threatDefense }: VersionFacts): Row {
  const told = about(unit, what);
  const said = `${product} ${version}`;
  if (threatDefense)
    return told.wrong(
      `${said} within Threat Defense`,
      wanted,
      'the guides are of the firewall alone: load ASA software',
    );
  if (isAtLeast(version, 7, 0)) return told.ok(said);
  if (isAtLeast(version, 6, 0))
    return told.warning(
      said,
      wanted,
      'document 77809 shows outputs of PIX 6, and is «based on … 7.x and above»',
    );
  return told.wrong(said, wanted, 'load a version that the guides are written for');
}

import { legalLines } from '../dialect/legal-text.ts';
import { licenceRows } from '../dialect/licence-lines.ts';
import type { Box } from '../box/box.ts';

/** What the console shows before the software runs, and when, as a share of the time that a boot takes. */
export interface BootScreen {
  readonly at: number;
  readonly lines: readonly string[];
}

/** The boot of a unit, screen by screen, up to the reading of its configuration. The first can be interrupted. */
export function bootScreens(box: Box): readonly BootScreen[] {
  const { boot, version } = box.dialect;
  return [
    { at: 0, lines: boot.power(box) },
    { at: 0.3, lines: boot.loading(box, box.image) },
    {
      at: 0.6,
      lines: [
        ...boot.networkCards(box),
        'Licensed features for this platform:',
        ...licenceRows(box, version),
        '',
        `This platform has ${box.make.licence}`,
        '',
        ...box.make.accelerator,
        '',
      ],
    },
    {
      at: 0.8,
      lines: [
        `${version.product} Version ${box.firmware} `,
        ...legalLines(boot.years),
        'Reading from flash...',
        '!!.',
      ],
    },
  ];
}

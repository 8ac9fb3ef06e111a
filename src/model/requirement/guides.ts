import type { RequirementSource } from '../../pair/index.ts';
import { chapter13Sections } from './chapter-13-sections.ts';
import { document77809Sections } from './document-77809-sections.ts';

/** The guides, with every heading that they have. */
export const guides: Readonly<Record<RequirementSource['document'], readonly string[]>> = {
  'ASA 5580, chapter 13': chapter13Sections,
  'Document 77809': document77809Sections,
};

type Table = `Table 13-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

/** A place in chapter 13 of the ASA 5580 configuration guide. */
export function chapter13(section: (typeof chapter13Sections)[number], table?: Table): RequirementSource {
  return { document: 'ASA 5580, chapter 13', section, ...(table ? { table } : {}) };
}

/** A place in document 77809, the Active/Standby configuration example. Its tables have no numbers. */
export function document77809(section: (typeof document77809Sections)[number]): RequirementSource {
  return { document: 'Document 77809', section };
}

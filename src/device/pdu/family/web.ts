import type { WebModel } from '../pdu-model.ts';

/** A PDU that has a page and nothing else: driven as a person would, by what the topology says of its page. */
export const web: WebModel = {
  reach: 'web',
  name: 'web',
  title: 'a PDU with a web page alone',
  source: 'the selectors in the topology',
  proof: 'written',
};

import { interfaceName, ipv4, login, macAddress, name, nameif } from './schema-words.ts';

const words = {
  name,
  nameif,
  interface: interfaceName,
  address: ipv4,
  mac: macAddress,
  username: login.shape.username,
} as const;

/** A kind of word of the topology language. */
export type TopologyWord = keyof typeof words;

/** Whether the topology language takes this text as such a word. */
export function wordFits(word: TopologyWord, text: string): boolean {
  return words[word].safeParse(text).success;
}

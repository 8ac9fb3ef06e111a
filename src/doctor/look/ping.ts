/** Reads the answer to `ping`: the share of echoes that came back, from 0 to 1. Throws for what is none. */
export function answeredShare(output: string): number {
  const percent = /Success rate is (\d+) percent/i.exec(output)?.[1];
  if (percent !== undefined) return Number(percent) / 100;
  // PIX 6 says of each echo what came of it.
  const [came, missed] = [/response received/gi, /NO response received/gi].map(
    (shape) => [...output.matchAll(shape)].length,
  );
  if (came === undefined || missed === undefined || came === 0)
    throw new Error(`ping says neither how many echoes came back nor that none did: ${output.trim()}`);
  return (came - missed) / came;
}

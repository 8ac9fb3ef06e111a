/**
 * Why no scenario that comes with fover exercises a requirement that a bench could observe: one sentence for each, by
 * id. A test holds it against what the suites exercise on the simulated benches.
 */
export const notExercised: Readonly<Record<string, string>> = {};

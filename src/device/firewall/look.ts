/**
 * What only looks, or only moves the console about: it changes nothing on a unit. What is sent on from a look, to a
 * file or a server, does change something.
 */
const looks = /^\s*(?:show\b(?!.*(?:\||\bfile\b))|terminal pager\b|changeto\b)/i;

/** Whether a line does nothing but look. */
export const isLook = (line: string): boolean => line.trim() === '' || looks.test(line);

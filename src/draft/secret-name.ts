const longest = 60;

/** The name of a secret, made of what it belongs to and what it is: `RACK7_ENABLE`. */
export function secretName(...parts: readonly string[]): string {
  const name = parts
    .join('_')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(-longest);
  return /^[A-Z]/.test(name) ? name : `LAB_${name.replace(/^_+/, '')}`.replace(/_$/, '');
}

/** The reference that stands for it in a topology. */
export function secretReference(name: string): string {
  return `\${${name}}`;
}

/** What YAML takes for something else than text, in any of its versions. */
const otherwiseMeant = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf|~)$/i;

const plain =
  /^(?:\/?[A-Za-z](?:[\w./()@+-]| (?=[\w(]))*|\d{1,3}(?:\.\d{1,3}){3}|\d+(?:ms|s)|\d{1,3}\.\d{1,3}\(\d+\)\d*|2c|[\da-f]{4}(?:\.[\da-f]{4}){2})$/i;

/** A value as YAML: bare where that is safe, in quotes else. The text may be anything at all. */
export function yamlScalar(of: string | number | boolean): string {
  if (typeof of !== 'string') return String(of);
  if (of.startsWith('${') && /^\$\{\w+\}$/.test(of)) return of;
  if (plain.test(of) && !otherwiseMeant.test(of)) return of;
  return /^[ -~]*$/.test(of) ? `'${of.replaceAll("'", "''")}'` : quoted(of);
}

/** JSON is YAML but for a few characters that only JSON leaves bare. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

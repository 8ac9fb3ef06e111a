import { secretName } from '../secret-name.ts';
import type { SecretFacts } from '../facts.ts';
import type { TestbedView } from './testbed-view.ts';

/** Where secrets of a testbed are collected: their names and what they are, never what they hold. */
export interface SecretsMet {
  readonly secrets: SecretFacts[];
  readonly notes: string[];
}

/**
 * The name of the secret that stands for a password of a testbed. `%ENV{NAME}` keeps its name where a topology takes
 * it; whatever else stands there, the password itself among it, is not copied, and that is told.
 */
export function testbedSecret(
  view: TestbedView | undefined,
  fallback: string,
  what: string,
  met: SecretsMet,
): string {
  const text = view?.text();
  const [, kind = '', inner = ''] = /^%([A-Z]+)\{([^{}]*)\}$/.exec(text ?? '') ?? [];
  const isKept = kind === 'ENV' && /^[A-Z][A-Z0-9_]{0,59}$/.test(inner);
  const name = isKept ? inner : secretName(fallback);
  if (view && text !== undefined) met.notes.push(...remark(view, kind, inner, name));
  if (!met.secrets.some((one) => one.name === name)) met.secrets.push({ name, what });
  return name;
}

function remark(view: TestbedView, kind: string, inner: string, name: string): readonly string[] {
  if (kind === 'ENV') return inner === name ? [] : [`${view.place()}: the variable is called ${name} here`];
  if (kind === 'ASK') return [`${view.place()}: nobody is asked for it here; set ${name}`];
  if (kind !== '') return [`${view.place()}: what %${kind}{…} stands for is not looked up here; set ${name}`];
  return [`${view.place()}: a password stands in the testbed; it was not copied: set ${name}`];
}

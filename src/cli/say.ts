/** How commands tell things: what devices and files of others are quoted with is shown by a terminal, and not obeyed. */
import { visibleJson, visibleText } from '../report/visible-text.ts';

/** To standard output: what was asked for. The text ends its lines itself. */
export function tell(text: string): void {
  process.stdout.write(visibleText(text));
}

/** To standard error: what somebody should know beside that. */
export function tellAside(text: string): void {
  process.stderr.write(visibleText(text));
}

/** A value as JSON to standard output, in one line without `indent`. */
export function tellJson(value: unknown, indent?: number): void {
  process.stdout.write(`${visibleJson(JSON.stringify(value, null, indent))}\n`);
}

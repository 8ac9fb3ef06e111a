import type { Clock } from '../../../clock.ts';
import type { Web, WebAnswer, WebRequest } from '../../face/index.ts';

/** A server that does not answer is given up after so long. */
const unansweredMs = 30_000;
/** More than any image of these appliances. */
const mostBytes = 256 * 1024 * 1024;

/**
 * The web of simulated units: servers on this machine, and no others. The addresses that a configuration names
 * may be those of somebody's real network, which a simulated unit has no business in.
 */
export function loopbackWeb(clock: Clock): Web {
  return (request, done) => {
    const { hostname } = new URL(request.url);
    if (!isLoopback(hostname)) {
      done({ failed: `no route to ${hostname}: simulated units reach servers on loopback only` });
      return () => undefined;
    }
    const abort = new AbortController();
    let open = true;
    const end = (answer: WebAnswer | undefined): void => {
      if (!open) return;
      open = false;
      tooLong();
      if (answer) done(answer);
      else abort.abort();
    };
    const tooLong = clock.after(unansweredMs, () => {
      abort.abort();
      end({ failed: 'timed out' });
    });
    void ask(request, abort.signal).then(end, (error: unknown) => end({ failed: causeOf(error) }));
    return () => end(undefined);
  };
}

async function ask({ method, url, body }: WebRequest, signal: AbortSignal): Promise<WebAnswer> {
  const headers = body === undefined ? {} : { 'content-type': 'text/xml' };
  const response = await fetch(url, {
    method,
    headers,
    signal,
    redirect: 'error',
    ...(body === undefined ? {} : { body }),
  });
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > mostBytes) throw new Error(`the answer is longer than ${mostBytes} bytes`);
    pieces.push(piece);
  }
  return { status: response.status, content: Buffer.concat(pieces) };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** `fetch` tells why in the cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

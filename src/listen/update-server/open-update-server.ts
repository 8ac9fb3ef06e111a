import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { asError, BenchError } from '../../errors.ts';
import type { Ear, Place } from '../ear.ts';
import { bodyCharactersRead } from './update-server.ts';
import type { UpdateServer } from './update-server.ts';

/** More connections than two units and whoever looks in with a browser ever hold. */
const connectionsKept = 32;

/**
 * Puts an update server behind HTTP; port 0 takes any free one. Throws `BenchError` when it cannot listen there. What
 * is longer than a unit has to tell is answered with 413.
 */
export async function openUpdateServer({ host, port }: Place, server: UpdateServer): Promise<Ear> {
  const http = createServer((request, response) => void answer(request, response, server));
  http.maxConnections = connectionsKept;
  try {
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject);
      http.listen(port, host, resolve);
    });
  } catch (cause) {
    throw new BenchError(
      `update server at http ${host}:${port}`,
      `cannot listen: ${asError(cause).message}`,
      { cause },
    );
  }
  const at = http.address();
  return {
    port: typeof at === 'object' && at ? at.port : port,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  server: UpdateServer,
): Promise<void> {
  const body = await bodyOf(request).catch(() => undefined);
  if (body === undefined) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const { method = 'GET', url = '/' } = request;
  const [path = '/'] = url.split('?');
  const { status, content } = server.answer(
    { method, path, body },
    request.socket.remoteAddress ?? 'unknown',
  );
  response.writeHead(status, { 'content-length': content.byteLength }).end(content);
}

/** Throws an error for a body that is longer than is read, or that breaks off. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) {
    body += String(piece);
    if (body.length > bodyCharactersRead) throw new Error('a body that is too long');
  }
  return body;
}

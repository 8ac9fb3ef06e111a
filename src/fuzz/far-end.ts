import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { inChunks } from './in-chunks.ts';

/** Between one answer and the next, in an input that is a conversation. */
export const turn = '\u001e';

/** Stands for the port that the server listens at. */
export const ownPort = '{port}';

/** A conversation as an input. */
export const turns = (...said: readonly string[]): Uint8Array => Buffer.from(said.join(turn), 'latin1');

/** The answers in an input. */
export function answersIn(input: Uint8Array): readonly Buffer[] {
  const said = Buffer.from(input).toString('latin1').split(turn);
  return said.map((each) => Buffer.from(each, 'latin1'));
}

/**
 * What `talk` comes to with a server that says the answers of the input, one for each time that it hears something, the
 * first as soon as it is called; it says no more when they are at their end, and hangs up where the last one is empty.
 */
export async function withFarEnd<T>(
  input: Uint8Array,
  begins: 'server' | 'client',
  talk: (port: number) => Promise<T>,
): Promise<T> {
  const answers = [...answersIn(input)];
  const open = new Set<Socket>();
  const at = { port: 0 };
  const server = createServer({ noDelay: true }, (socket) => {
    open.add(socket);
    const say = (): void => {
      const answer = answers.shift();
      if (answer === undefined) return;
      if (answer.length === 0 && answers.length === 0) socket.end();
      else for (const chunk of inChunks(withPort(answer, at.port))) socket.write(chunk);
    };
    socket.on('error', () => undefined);
    socket.on('data', say);
    if (begins === 'server') say();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address === 'object' && address) at.port = address.port;
  try {
    return await talk(at.port);
  } finally {
    for (const socket of open) socket.destroy();
    server.close();
  }
}

function withPort(answer: Buffer, port: number): Buffer {
  return Buffer.from(answer.toString('latin1').replaceAll(ownPort, String(port)), 'latin1');
}

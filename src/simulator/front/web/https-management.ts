import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import type { Endpoint } from '../../../topology/index.ts';
import { hashOf } from '../../ground/random.ts';
import type { SimulatedAddress, SimulatedWebFace } from '../../face/index.ts';
import { serveAddress } from '../door/address-door.ts';
import type { Front } from '../door/front.ts';
import { selfSigned } from './self-signed.ts';
import type { SshHostKey } from '../terminal/ssh-host-key.ts';

const launchPage = '/admin/public/index.html';

/**
 * HTTPS at an address of the pair: the page that ASDM is launched from, under the self-signed certificate of whichever
 * unit answers. `key` is the key pair that both units have. Throws `BenchError` if it cannot listen.
 */
export async function serveHttpsManagement(
  at: SimulatedAddress,
  wanted: Endpoint,
  key: SshHostKey,
): Promise<Front> {
  const contexts = new Map<string, SecureContext>();
  const contextOf = ({ certificate, hostname }: SimulatedWebFace): SecureContext => {
    const id = `${certificate.owner} ${certificate.commonName} ${hostname}`;
    const wish = { key: key.pem, hostname, serial: hashOf(id), from: key.made, ...certificate };
    const context = contexts.get(id) ?? createSecureContext({ key: key.pem, cert: selfSigned(wish) });
    contexts.set(id, context);
    return context;
  };
  return serveAddress('HTTPS', at, wanted, (socket, unit) => {
    const face = unit.web(at.address ?? '');
    if (!face) return false;
    const secured = new TLSSocket(socket, { isServer: true, secureContext: contextOf(face) });
    // A client that does not like the certificate hangs up in the middle of the handshake.
    secured.on('error', () => socket.destroy());
    const server = createServer((request, response) => answer(face, request, response));
    server.emit('connection', secured);
    return true;
  });
}

function answer(
  face: SimulatedWebFace,
  { method, url = '/' }: IncomingMessage,
  response: ServerResponse,
): void {
  response.setHeader('connection', 'close');
  const [path] = url.split('?');
  if (method !== 'GET' && method !== 'HEAD') response.writeHead(405, { allow: 'GET, HEAD' }).end();
  else if (path === '/') response.writeHead(302, { location: launchPage }).end();
  else if (path === launchPage) response.setHeader('content-type', 'text/html').end(page(face));
  else response.writeHead(404).end();
}

function page({ product, version, hostname }: SimulatedWebFace): string {
  return [
    '<!DOCTYPE html>',
    `<html><head><title>${product}</title></head><body>`,
    `<h1>${product}</h1>`,
    `<p>${hostname} runs ${version}. This unit is software; there is no Device Manager to launch on it.</p>`,
    '</body></html>',
    '',
  ].join('\n');
}

/** A server that the units call for updates, and what it remembers of their calls. */
export { openUpdateServer } from './open-update-server.ts';
export { fileNameOf, madeUpImage } from './update-offer.ts';
export type { OfferedFile, UpdateOffer } from './update-offer.ts';
export { UpdateServer } from './update-server.ts';
export type { UpdateCall } from './update-server.ts';

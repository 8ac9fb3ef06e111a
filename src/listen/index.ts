/** What units send by themselves: syslog and SNMP notifications received, stamped, read, kept; calls for updates answered. */
export { knownMessage, knownMessages } from './catalogue/index.ts';
export type { KnownMessage } from './catalogue/index.ts';
export { Frames, messageBytesKept } from './frames.ts';
export type * from './heard.ts';
export { Hearing } from './hearing.ts';
export type { SpeakerByAddress, SyslogLine } from './hearing.ts';
export { openEars } from './open-ears.ts';
export type { Ears, EarsWish, HeardAt } from './open-ears.ts';
export { fileNameOf, madeUpImage, openUpdateServer, UpdateServer } from './update-server/index.ts';
export type { OfferedFile, UpdateCall, UpdateOffer } from './update-server/index.ts';
export { wordsOf } from './words-of.ts';

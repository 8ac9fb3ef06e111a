import { BenchError } from '../../errors.ts';
import { errorCode } from '../error-code.ts';
import { netSnmp } from './net-snmp.ts';

/** `noSuchName`: the only way in which version 1 says that an object is not there, or not to be written. */
export const noSuchName = 2;

/** The error status of a refused request (RFC 3416); `undefined` for other errors. */
export function errorStatus(error: unknown): number | undefined {
  return error instanceof netSnmp.RequestFailedError ? error.status : undefined;
}

/** Puts failures of one agent into words that say what to look at next, and never carry one of its secrets. */
export class SnmpFailure {
  readonly #name: string;
  readonly #version: '1' | '2c' | '3';
  readonly #secrets: readonly string[];

  constructor(name: string, version: '1' | '2c' | '3', secrets: readonly string[]) {
    this.#name = name;
    this.#version = version;
    this.#secrets = secrets.filter((secret) => secret !== '');
  }

  /** `tried` reads on after «could not»: `read 1.3.6.1.2.1.1.2.0`. */
  of(tried: string, why: string): BenchError {
    return new BenchError(this.#name, `could not ${tried}: ${why}`);
  }

  /** The error of a request that wanted to read. */
  reading(tried: string, attempts: number, error: unknown): BenchError {
    const status = errorStatus(error);
    const why =
      status === undefined
        ? this.#unanswered(attempts, error)
        : `the agent says ${nameOf(status)}. ${readAdvice}`;
    return this.#error(tried, why, error);
  }

  /** The error of a request that wanted to write. */
  writing(tried: string, attempts: number, error: unknown): BenchError {
    const status = errorStatus(error);
    if (status === undefined) {
      const unsure = 'Whether it took effect is not known: read it back';
      return this.#error(tried, `${this.#unanswered(attempts, error)}. ${unsure}`, error);
    }
    const advice = writeAdvice[status] ?? 'Look at the log of the device';
    return this.#error(tried, `the agent says ${nameOf(status)}. ${advice}`, error);
  }

  #unanswered(attempts: number, error: unknown): string {
    if (error instanceof netSnmp.RequestTimedOutError) {
      const who = this.#version === '3' ? 'the user and its passwords' : 'the community';
      return (
        `no answer to ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}. Is the device powered and reachable ` +
        `by UDP, is SNMP version ${this.#version} enabled for this address, and is ${who} right? ` +
        'Agents meet a wrong one with silence'
      );
    }
    if (!(error instanceof Error)) return 'unknown error';
    const advice = this.#version === '3' ? '. Check the user, its protocols and its passwords' : '';
    return `${this.#masked(error.message)} (${errorCode(error)})${advice}`;
  }

  #error(tried: string, why: string, error: unknown): BenchError {
    // The package quotes communities in some of its messages; such an error is no cause to hand on.
    const clean = error instanceof Error && this.#masked(error.message) === error.message;
    return new BenchError(this.#name, `could not ${tried}: ${why}`, clean ? { cause: error } : {});
  }

  #masked(text: string): string {
    return this.#secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  }
}

const readAdvice = 'Is this the device that the topology says, and may its community or user read this?';

const mayNotWrite =
  'The community or user may read but not write: give it write access on the device, also for this address';

function nameOf(status: number): string {
  return statusNames[status] ?? `error status ${status}`;
}

const statusNames: Readonly<Record<number, string>> = {
  1: 'tooBig',
  2: 'noSuchName',
  3: 'badValue',
  4: 'readOnly',
  5: 'genErr',
  6: 'noAccess',
  7: 'wrongType',
  8: 'wrongLength',
  9: 'wrongEncoding',
  10: 'wrongValue',
  11: 'noCreation',
  12: 'inconsistentValue',
  13: 'resourceUnavailable',
  14: 'commitFailed',
  15: 'undoFailed',
  16: 'authorizationError',
  17: 'notWritable',
  18: 'inconsistentName',
};

const writeAdvice: Readonly<Record<number, string>> = {
  2: `${mayNotWrite}. Or the object is not there: is this the model that the topology says?`,
  3: 'The device does not take this value: is this the model that the topology says?',
  4: mayNotWrite,
  5: 'The device refused without a reason. Some PDUs do so while somebody is logged in on their web page',
  6: mayNotWrite,
  7: 'The device expects another type: is this the model that the topology says?',
  10: 'The device does not take this value: is this the model that the topology says?',
  11: 'There is no such row: check the number of the port or outlet',
  12: 'Not possible as things stand: is the outlet under manual control, and not locked?',
  13: 'The device is busy: is somebody logged in on its web page?',
  16: mayNotWrite,
  17: `${mayNotWrite}. Or this object can never be written: is this the model that the topology says?`,
};

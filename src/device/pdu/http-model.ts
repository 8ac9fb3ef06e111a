import type { HttpRequest, LoginBy } from '../../transport/index.ts';
import type { DescribedModel } from './described-model.ts';

/** What an answer says of one outlet. */
export interface HttpOutlet {
  readonly power: 'on' | 'off' | 'unsettled';
  readonly label?: string;
  readonly watts?: number;
}

/** Something more that may be asked of one outlet, and is not there on every device of the family. */
export interface HttpAside<T> {
  readonly request: (outlet: number) => HttpRequest;
  readonly in: (answer: unknown, outlet: number) => T | undefined;
}

/**
 * A family that is switched over HTTP: what is asked, and where the answer stands. Outlets are counted from 1, as
 * they are printed, whatever the device counts from.
 */
export interface HttpModel extends DescribedModel {
  readonly reach: 'http';
  readonly loginBy: LoginBy;
  /** Asks for one outlet, or for all that there are. */
  readonly state: (outlet: number) => HttpRequest;
  /** Every outlet that an answer to it tells of; empty for an outlet that is not there. */
  readonly outletsIn: (answer: unknown, outlet: number) => ReadonlyMap<number, HttpOutlet>;
  /** Tells one outlet to be on or off; never the device's own cycle. */
  readonly control: (outlet: number, wish: 'on' | 'off') => HttpRequest;
  /** Why an answer is a refusal although its status is that of a success. */
  readonly refusalIn?: (text: string) => string | undefined;
  /** Where the name given to the outlet stands, if not beside the state. */
  readonly label?: HttpAside<string>;
  /** Where what the outlet draws stands, in watts, if not beside the state. */
  readonly watts?: HttpAside<number>;
}

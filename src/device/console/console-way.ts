/** One way to a console, as it is written in a topology, secrets revealed. */
export type ConsoleWay =
  | { readonly serial: { readonly device: string; readonly baud?: number } }
  | { readonly telnet: { readonly host: string; readonly port: number; readonly login?: ConsoleLogin } }
  | { readonly tcp: { readonly host: string; readonly port: number } }
  | {
      readonly ssh: ConsoleLogin & {
        readonly host: string;
        readonly port: number;
        /** `SHA256:…` of the console server's host key. Without it nothing is opened, and the error tells it. */
        readonly fingerprint?: string;
        readonly legacy?: boolean;
      };
    };

/** What a console server asks before it leads to its line; the appliance's own login comes after it. */
export interface ConsoleLogin {
  readonly username: string;
  readonly password: string;
}

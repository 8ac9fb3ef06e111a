/** A user of SNMPv3, with what it takes to ask: nothing, a proof of who it is, or secrecy as well. */
export interface AgentUser {
  readonly name: string;
  readonly level: 'noauth' | 'auth' | 'priv';
  readonly auth?: { readonly protocol: 'md5' | 'sha'; readonly password: string };
  /** The cipher as the library of the agent names it. */
  readonly priv?: { readonly protocol: 'des' | 'aes' | 'aes256r'; readonly password: string };
}

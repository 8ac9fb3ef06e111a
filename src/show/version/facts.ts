/** One row of a licence table. */
export interface LicensedFeature {
  readonly name: string;
  readonly value: string;
  /** `perpetual`, `62 days`, `52 weeks`; absent where the firmware prints none. */
  readonly term?: string;
}

/** What the platform may do about failover, by its own licence. */
export type FailoverLicense = 'active-active' | 'active-standby' | 'enabled' | 'disabled';

/** One interface of the hardware. */
export interface PortFacts {
  readonly index: number;
  /** Absent on PIX 6. */
  readonly side?: 'external' | 'internal';
  /** As printed; `Not used` among others. */
  readonly name: string;
  readonly mac?: string;
  readonly irq: number;
}

/** What the threat defence software says of itself, above the firewall inside it. */
export interface ThreatDefenseFacts {
  readonly hostname: string;
  /** As printed, `Cisco Firepower 2130 Threat Defense`. */
  readonly model: string;
  /** The number in parentheses behind the model. */
  readonly modelNumber?: string;
  readonly version: string;
  readonly build?: string;
  readonly uuid?: string;
}

/** What `show version` says. */
export interface VersionFacts {
  /** As printed: `Adaptive Security Appliance Software`, `PIX Firewall`, … */
  readonly product: string;
  /** Not a semantic version: `9.12(4)67`, `7.2(0)55`. */
  readonly firmware: string;
  /** Where it was asked, when there are contexts. */
  readonly space?: 'context' | 'system';
  readonly threatDefense?: ThreatDefenseFacts;
  /** Versions of what runs below or beside: `Device Manager`, `SSP Operating System`, `VDB`. */
  readonly companions: readonly { readonly name: string; readonly version: string }[];
  readonly compiled?: string;
  readonly image?: string;
  readonly bootConfiguration?: string;
  readonly hostname: string;
  /** Absent where only the threat defence software answers. */
  readonly uptimeSeconds?: number;
  /** Of the pair, across failovers: `failover cluster up …`. */
  readonly clusterUptimeSeconds?: number;
  /** `Start-up time …`: how long the last boot took. */
  readonly startUpSeconds?: number;
  /** `ASA5520`, `PIX-515E`, `ASAv`, `FPR4K-SM-12`. */
  readonly model: string;
  readonly modelId?: string;
  /** The hardware lines as printed, the first one included. */
  readonly hardware: readonly string[];
  readonly ports: readonly PortFacts[];
  /** This unit's own licence. */
  readonly features: readonly LicensedFeature[];
  /** The second table of a pair: what both units may do together. */
  readonly clusterFeatures: readonly LicensedFeature[];
  /** What time-based activation keys add. */
  readonly timebasedFeatures: readonly LicensedFeature[];
  /** From this unit's own table; absent where none is printed. */
  readonly failoverLicense?: FailoverLicense;
  /** Sentences about licences and activation keys, as printed. The keys themselves are left out: they are secrets. */
  readonly licenseNotes: readonly string[];
  /** Absent inside a context. */
  readonly serial?: string;
  readonly configurationRegister?: string;
  readonly imageType?: string;
  readonly keyVersion?: string;
  /** `last modified by …` or `has not been modified since last system restart.` */
  readonly configuration?: string;
}

/** What a unit is, as far as its mate must be the same. Absent where it is not known. */
export interface UnitMake {
  readonly model?: string;
  /** Type of each interface, such as `GigabitEthernet0/1`, in any order. */
  readonly interfaces?: readonly string[];
  readonly ramMegabytes?: number;
  readonly flashMegabytes?: number;
  readonly firewall?: 'routed' | 'transparent';
  readonly contexts?: 'single' | 'multiple';
  /** As `show version` prints it: `8.2(1)`. */
  readonly firmware?: string;
  /** The line `Failover` of the licence. */
  readonly failoverLicence?: 'Active/Active' | 'Active/Standby' | 'Disabled';
  /** Every other licensed feature with its value. */
  readonly features?: Readonly<Record<string, string>>;
  /** Of a PIX: its kind of licence. */
  readonly pixLicence?: 'unrestricted' | 'restricted' | 'failover';
  /** Hardware type of each service module, by slot, and the version of its software. */
  readonly modules?: readonly string[];
  readonly moduleVersions?: readonly string[];
}

/** Where the checks are written down: sections of the two guides that this tool certifies against. */
export const guide = {
  links: 'ASA 5580 guide, chapter 13, «The Failover and Stateful Failover Links», 13-3',
  software: 'ASA 5580 guide, chapter 13, «Software Requirements», 13-2',
  stateLink: 'ASA 5580 guide, chapter 13, «Stateful Failover Link», 13-3',
  primaryUnit: 'ASA 5580 guide, chapter 13, «Configuring the Primary Unit», 13-19',
  secondaryUnit: 'ASA 5580 guide, chapter 13, «Configuring the Secondary Unit», 13-21',
  interfaceHealth: 'ASA 5580 guide, chapter 13, «Configuring Interface Health Monitoring», 13-23',
  criteria: 'ASA 5580 guide, chapter 13, «Configuring Failover Criteria», 13-23',
  virtualMac: 'ASA 5580 guide, chapter 13, «Configuring Virtual MAC Addresses», 13-24',
  monitoring: 'ASA 5580 guide, chapter 13, «Disabling and Enabling Interface Monitoring», 13-22',
  http: 'ASA 5580 guide, chapter 13, «Enabling HTTP Replication with Stateful Failover», 13-22',
  activeActive: 'ASA 5580 guide, chapter 13, «Configuring LAN-Based Active/Active Failover», 13-25',
  preemption: 'ASA 5580 guide, chapter 13, «Configuring Failover Group Preemption», 13-28',
  unitHealth: 'ASA 5580 guide, chapter 13, «Configuring Unit Health Monitoring», 13-34',
  key: 'ASA 5580 guide, chapter 13, «Configuring Failover Communication Authentication/Encryption», 13-34',
  cable: 'document 77809, «Cable-Based Active/Standby Failover Configuration»',
  lanPrimary:
    'document 77809, «LAN-Based Active/Standby Failover Configuration», «Primary Unit Configuration»',
} as const;

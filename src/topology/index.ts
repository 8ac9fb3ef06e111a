/** The topology: read from a file, and refused, with line and column, if it does not hold together. */
export { describeTopology } from './describe-topology.ts';
export { readEndpoints } from './endpoints.ts';
export type { AddressEndpoints, Endpoint, Endpoints } from './endpoints.ts';
export { isAtLeast } from './firmware-version.ts';
export { guide } from './guide.ts';
export { openSecrets } from './open-secrets.ts';
export { simulatedPduFamilies } from './pdu-families.ts';
export type { SimulatedPduFamily } from './pdu-families.ts';
export { physicalOf, placedInterfaces } from './placed-interface.ts';
export { parseTopology, readTopology } from './read-topology.ts';
export type { Topology, TopologyContext, TopologyFlow, TopologyInterface, TopologyUnit } from './schema.ts';
export type { ConsoleWay, SecretRef, SnmpAccess } from './schema-words.ts';
export { referencePattern } from './secret-references.ts';
export type { Secrets } from './secrets.ts';
export { withEndpoints } from './with-endpoints.ts';
export { readYaml } from './yaml-source.ts';
export type { YamlSource } from './yaml-source.ts';

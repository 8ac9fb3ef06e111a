/** The known hosts of a bench stand beside its topology: `rack.yaml` has `rack.known_hosts`. */
export function knownHostsPath(topologyPath: string): string {
  return `${topologyPath.replace(/\.ya?ml$/, '')}.known_hosts`;
}

/**
 * What a configuration is of: of the whole unit in single mode, of the system execution space in multiple context
 * mode, or of one security context.
 */
export type SpaceKind = 'single' | 'system' | 'context';

/** The system's short code of an error, such as `ECONNREFUSED`; its name where it has none. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** What an interface is called where all are meant: by its context as well, for each has names of its own. */
export function interfaceName({
  context,
  nameif,
}: {
  readonly context?: string | undefined;
  readonly nameif: string;
}): string {
  return context === undefined ? nameif : `${context}/${nameif}`;
}

/** What every program may need to know of where it runs. */
const needed: ReadonlySet<string> = new Set(
  [
    'PATH HOME USER LOGNAME TMPDIR TMP TEMP TZ LANG LANGUAGE XDG_RUNTIME_DIR LD_LIBRARY_PATH',
    'FONTCONFIG_FILE FONTCONFIG_PATH NODE_OPTIONS NODE_V8_COVERAGE',
    'SystemRoot ComSpec PATHEXT LOCALAPPDATA APPDATA USERPROFILE',
  ].flatMap((names) => names.split(' ')),
);

/**
 * What a child process is given of the variables of ours: those that say where it runs, and those that it is to know by
 * name. What else somebody set is none of its business, and may be a secret.
 */
export function childEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly string[] = [],
): Record<string, string> {
  const wanted = new Set(names);
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && (needed.has(name) || name.startsWith('LC_') || wanted.has(name))
        ? [[name, value]]
        : [],
    ),
  );
}

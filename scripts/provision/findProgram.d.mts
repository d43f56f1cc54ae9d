/**
 * The first executable file of this name on PATH, ignoring folders for which `skip` is true; undefined if
 * there is none.
 */
export function findProgram(
  name: string,
  options?: { path?: string; skip?: (folder: string) => boolean },
): string | undefined;

/** The first file of that name on PATH that can be run, folders `skip` says yes to left out; undefined when there is none. */
export function findProgram(
  name: string,
  options?: { path?: string; skip?: (folder: string) => boolean },
): string | undefined;

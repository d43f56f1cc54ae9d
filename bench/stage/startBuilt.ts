import { type ProductProcess, startProcess } from '../../test/testkit/process.js';

/** Where scripts/buildServer.mjs, which npm runs before each benchmark of a process, puts the program. */
export const BUILT = 'dist/src/main.js';

/** Starts the built product, as users run it: it needs less memory and time than the sources, which tests run. */
export const startBuilt = (env: Record<string, string>): Promise<ProductProcess> =>
  startProcess(env, { args: [BUILT] });

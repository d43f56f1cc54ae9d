import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { ProvisionError } from '../provision/provisionError.mjs';
import { withLock } from '../provision/withLock.mjs';
import { isBuilt, stampFile, stampOf } from './stamp.mjs';

/**
 * Builds something if it is missing or was built from other sources, once however many processes want it. A running
 * server sees either the old build or the new one, never half of one. When the build is current, this takes
 * milliseconds. An expected error is printed and sets the exit code.
 * @param options.name of the lock
 * @param options.doing what others wait for
 * @param options.dist where the build belongs
 * @param options.fresh where it is made, on the same disk; what was there is removed
 * @param options.sources files and folders that it depends on, relative to the root
 * @param options.build makes it
 */
export async function replaceBuild(root, { name, doing, dist, fresh, sources, build }) {
  try {
    if (isBuilt(root, dist, sources)) return;
    await withLock(root, { name, doing }, async () => {
      if (isBuilt(root, dist, sources)) return;
      // Computed before, so that a change during the build triggers another build at the next start.
      const stamp = stampOf(root, sources);
      rmSync(fresh, { recursive: true, force: true });
      await build();
      writeFileSync(stampFile(fresh), stamp);
      const old = `${fresh}.old`;
      rmSync(old, { recursive: true, force: true });
      mkdirSync(dist, { recursive: true });
      renameSync(dist, old);
      renameSync(fresh, dist);
      rmSync(old, { recursive: true, force: true });
    });
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

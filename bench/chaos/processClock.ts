import { globSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';

/** The wall clock of one process, which can be wrong. Timers keep their pace. */
export interface ProcessClock extends AsyncDisposable {
  /** The variables that give a process this clock. */
  env: Record<string, string>;
  /** Sets the clock so many seconds ahead of, or behind, the true time. It takes effect within a second. */
  setOffset(seconds: number): Promise<void>;
}

/** libfaketime for programs with threads, where Debian's package installs it; undefined without the package. */
const [library] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1');

/** Whether the clocks of processes can be set on this machine: with Debian's package libfaketime. */
export const hasProcessClocks = library !== undefined;

/** A clock that is right at first. Without libfaketime it stays so. */
export async function makeProcessClock(): Promise<ProcessClock> {
  const file = join(tmpdir(), `re-mirai-clock-${randomUUID()}`);
  const setOffset = (seconds: number): Promise<void> =>
    writeFile(file, `${seconds < 0 ? '' : '+'}${seconds}\n`);
  if (library === undefined)
    return { env: {}, setOffset: async () => undefined, [Symbol.asyncDispose]: async () => undefined };
  await setOffset(0);
  return {
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    setOffset,
    [Symbol.asyncDispose]: () => rm(file, { force: true }),
  };
}

import { type Router, START_LOCATION } from 'vue-router';
import { interruptibleWait } from '../api/backoff';
import { connectionIs } from '../api/connection';
import { lostFiles } from '../api/lostFiles';

/** When it is asked again whether the server is there. */
const AGAIN_MS = 5_000;

/** A page whose files do not come is loaded by the browser, as soon as the server answers and unless the person has gone elsewhere. Until then the note at the top says that there is no connection. */
export function followLostPages(router: Router): void {
  let wanted: string | undefined;

  async function load(path: string): Promise<void> {
    wanted = path;
    lostFiles.seeTo(true);
    while (!(await lostFiles.isServed())) {
      if (wanted !== path) return;
      connectionIs('reconnecting');
      await interruptibleWait(AGAIN_MS, true).ended;
    }
    if (wanted !== path) return;
    // Gone to by the browser's own buttons, it is in the address already.
    if (new URL(path, location.href).href === location.href) location.reload();
    else location.assign(path);
  }

  router.onError((error, to, from) => {
    // Before the first page there is nothing to stay on: main.ts says so.
    if (from !== START_LOCATION && lostFiles.take(error)) void load(to.fullPath);
  });
  router.afterEach(() => {
    if (wanted === undefined) return;
    wanted = undefined;
    lostFiles.seeTo(false);
    connectionIs('idle');
  });
}

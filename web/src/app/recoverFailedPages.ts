import { type Router, START_LOCATION } from 'vue-router';
import { setConnection } from '../api/live/connection';
import { failedChunks } from '../api/failedChunks';
import { interruptibleWait } from '../api/wait';

/** The longest time between two checks whether the server answers. */
const RETRY_MS = 5_000;

/**
 * When the files of a page fail to load, has the browser load the page from the server as soon as that
 * answers, unless the person has gone to another page. Until then the note at the top says that there is no
 * connection.
 */
export function recoverFailedPages(router: Router): void {
  let wanted: string | undefined;

  async function load(path: string): Promise<void> {
    wanted = path;
    failedChunks.setHandledElsewhere(true);
    while (!(await failedChunks.isServerReachable())) {
      if (wanted !== path) return;
      setConnection('reconnecting');
      await interruptibleWait(RETRY_MS, true).ended;
    }
    if (wanted !== path) return;
    // After the browser's back or forward button, the address is this page's already.
    if (new URL(path, location.href).href === location.href) location.reload();
    else location.assign(path);
  }

  router.onError((error, to, from) => {
    // Without a first page there is nothing to stay on. main.ts reports that case.
    if (from !== START_LOCATION && failedChunks.claim(error)) void load(to.fullPath);
  });
  router.afterEach(() => {
    if (wanted === undefined) return;
    wanted = undefined;
    failedChunks.setHandledElsewhere(false);
    setConnection('idle');
  });
}

const KEY = 'mirai.reloaded';
/** Twice within this time is no new build but a file that is really gone. */
const AGAIN_MS = 30_000;

/** Where the network is what is missing, a reload would lose the page that is still there. */
async function reloadIfServed(): Promise<void> {
  const last = Number(sessionStorage.getItem(KEY) ?? 0);
  if (Date.now() - last < AGAIN_MS) return;
  const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return;
  sessionStorage.setItem(KEY, String(Date.now()));
  location.reload();
}

/**
 * A page that was open while a new version was built asks for files that are gone. It loads itself anew, once: drafts, talks and
 * sessions are kept on the device.
 */
export function healLostFiles(): void {
  addEventListener('vite:preloadError', () => void reloadIfServed());
}

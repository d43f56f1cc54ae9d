const KEY = 'mirai.reloaded';
/** Twice within this time is no new build but a file that is really gone. */
const AGAIN_MS = 30_000;

/**
 * A page that was open while a new version was built asks for files that are gone. It loads itself anew, once: drafts, talks and
 * sessions are kept on the device. Offline it stays as it is.
 */
export function healLostFiles(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(KEY) ?? 0);
    if (!navigator.onLine || Date.now() - last < AGAIN_MS) return;
    event.preventDefault();
    sessionStorage.setItem(KEY, String(Date.now()));
    location.reload();
  });
}

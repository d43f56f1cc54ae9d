import { tabStorage } from '../device/tabStorage';

const KEY = 'mirai.reloaded';
/** Twice within this time is no new build but a file that is really gone. */
const AGAIN_MS = 30_000;
const PATIENCE_MS = 8_000;

const lost = new WeakSet<object>();
/** A page that was gone to lacks several files: one of them is enough to see to it. */
let isSeenTo = false;

/** Whether the server answers. */
const isServed = (): Promise<boolean> =>
  fetch('/', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Where the network is what is missing, a reload would lose the page that is still there. */
async function reloadOnce(): Promise<void> {
  const last = Number(tabStorage.get(KEY) ?? 0);
  if (Date.now() - last < AGAIN_MS || !(await isServed())) return;
  if (isSeenTo) return;
  // A tab that keeps nothing would do it over and over.
  if (tabStorage.set(KEY, String(Date.now()))) location.reload();
}

/**
 * Files of the app that did not come: the network was away, or a new version was built since the page was opened, and they are
 * gone. Whoever knows better takes the error; for all others the page loads itself anew, once: drafts, talks and sessions are
 * kept on the device.
 */
export const lostFiles = {
  isServed,
  watch(): void {
    addEventListener('vite:preloadError', ({ payload }) => {
      lost.add(payload);
      // Behind all who may take it.
      setTimeout(() => {
        if (lost.delete(payload) && !isSeenTo) void reloadOnce();
      });
    });
  },
  /** Whether all that is lost from now on is somebody else's business. */
  seeTo: (isSeen: boolean): void => void (isSeenTo = isSeen),
  /** @returns whether the error says that a file did not come; whoever asks now sees to it */
  take: (error: unknown): boolean => lost.delete(error as object),
};

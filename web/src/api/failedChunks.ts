import { tabStorage } from '../device/storage';
import { UnreachableServer } from './failure';

const KEY = 'mirai.reloaded';
/** A second failure within this time is not a new build: the file is really gone. */
const RELOAD_INTERVAL_MS = 30_000;
const TIMEOUT_MS = 8_000;

/** Errors of files that failed to load and that no module has claimed yet. */
const unclaimed = new WeakSet<object>();
/**
 * Whether another module handles failed files. A page often lacks several, and handling one handles them all.
 */
let isHandledElsewhere = false;

/** Whether the server answers. */
const isServerReachable = (): Promise<boolean> =>
  fetch('/', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Reloads the page, but not while the network is away: that would lose the page that is still shown. */
async function reloadOnce(): Promise<void> {
  const last = Number(tabStorage.get(KEY) ?? 0);
  if (Date.now() - last < RELOAD_INTERVAL_MS || !(await isServerReachable())) return;
  if (isHandledElsewhere) return;
  // A tab that cannot store the time would reload over and over.
  if (tabStorage.set(KEY, String(Date.now()))) location.reload();
}

/**
 * Handles files of the app that failed to load: the network was away, or they are gone because a new version
 * was deployed after the page was opened. A module that can handle the error itself takes it. Otherwise the
 * page reloads once, which loses nothing: drafts, conversations and sessions are stored on the device.
 */
export const failedChunks = {
  isServerReachable,
  watch(): void {
    addEventListener('vite:preloadError', ({ payload }) => {
      unclaimed.add(payload);
      // After every module that may take the error.
      setTimeout(() => {
        if (unclaimed.delete(payload) && !isHandledElsewhere) void reloadOnce();
      });
    });
  },
  /** Sets whether another module handles all files that fail from now on. */
  setHandledElsewhere: (isHandled: boolean): void => void (isHandledElsewhere = isHandled),
  /** @returns whether the error is a file that failed to load; the caller then handles it */
  claim: (error: unknown): boolean => unclaimed.delete(error as object),
};

/**
 * Loads a file of the app that is first needed now.
 * @throws UnreachableServer if it could not be loaded
 */
export async function loadFile<File>(load: () => Promise<File>): Promise<File> {
  try {
    return await load();
  } catch (cause) {
    throw new UnreachableServer('A file of the app could not be loaded.', { cause });
  }
}

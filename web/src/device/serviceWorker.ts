import { sleep } from '../api/wait';

const SCRIPT = '/serviceWorker.js';
const INSTALLED_WITHIN_MS = 10_000;

/** The app's service worker, which opens the app offline and shows notifications. */
export const serviceWorker = {
  /** False also where the page is not loaded over a secure connection. */
  isSupported: (): boolean => 'serviceWorker' in navigator,
  /** Registers it, or looks for a new version of it. Safe to call often; never throws. */
  async register(): Promise<void> {
    if (!this.isSupported()) return;
    try {
      // The browser asks the server for the script and everything that it imports, and not its own cache.
      const registration = await navigator.serviceWorker.register(SCRIPT, { updateViaCache: 'none' });
      // A new version that was installed before this page was opened.
      const entry = new URL(
        document.querySelector('script[type=module]')?.getAttribute('src') ?? '/',
        location.href,
      );
      registration.waiting?.postMessage({ type: 'activate', entry: entry.pathname });
      // Registering a known worker does not look for a new version of it.
      await registration.update();
    } catch {
      // Without it the app only does not open offline: storage is blocked, or the network is away.
    }
  },
  registration: async (): Promise<ServiceWorkerRegistration | undefined> => {
    if (!('serviceWorker' in navigator)) return undefined;
    return navigator.serviceWorker.getRegistration();
  },
  /**
   * Resolves once it can receive messages. Registers it if necessary.
   * @throws Error if it cannot be installed, of which the browser says nothing
   */
  async ready(): Promise<ServiceWorkerRegistration> {
    await this.register();
    const tooLate = sleep(INSTALLED_WITHIN_MS).then(() => Promise.reject(new Error('No service worker.')));
    return Promise.race([navigator.serviceWorker.ready, tooLate]);
  },
};

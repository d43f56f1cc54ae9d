import { serviceWorker } from '../device/serviceWorker';
import { storage } from '../device/storage';

/** Where the account is kept for which notifications were turned on in this browser. */
export const PUSH_ACCOUNT = 'mirai.pushAccount';

/** What this browser can do about notifications while the app is closed. */
export type PushAbility =
  | 'possible'
  /** The person has blocked them in the browser's settings. */
  | 'blocked'
  /** iPhones and iPads show them only for apps on the home screen. */
  | 'afterInstalling'
  | 'impossible';

/** An iPad calls itself a Mac. */
const isApple = (): boolean =>
  /iPhone|iPad/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);

function ability(): PushAbility {
  if (!serviceWorker.isSupported() || !('PushManager' in globalThis) || !('Notification' in globalThis))
    return isApple() ? 'afterInstalling' : 'impossible';
  return Notification.permission === 'denied' ? 'blocked' : 'possible';
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));

const isSame = (one: ArrayBuffer | null, other: Uint8Array): boolean =>
  one !== null && String(new Uint8Array(one)) === String(other);

/** This browser's own subscription to a push service. */
export const browserPush = {
  ability,
  /** Null if there is none, or notifications are no longer permitted. */
  async current(): Promise<PushSubscription | null> {
    if (ability() !== 'possible' || Notification.permission !== 'granted') return null;
    const registration = await serviceWorker.registration();
    return (await registration?.pushManager.getSubscription()) ?? null;
  },
  /** Ends the subscription on this device. The server forgets it with the session. */
  async forget(): Promise<void> {
    storage.remove(PUSH_ACCOUNT);
    await (await this.current())?.unsubscribe();
  },
  /**
   * Asks for permission and subscribes. Call it in answer to a press: browsers refuse it otherwise.
   * @param key the server's public key, base64url
   * @returns null if the person does not permit it, or the push service cannot be reached
   */
  async subscribe(key: string): Promise<PushSubscription | null> {
    if ((await Notification.requestPermission()) !== 'granted') return null;
    const applicationServerKey = bytesOf(key);
    try {
      const { pushManager } = await serviceWorker.ready();
      const known = await pushManager.getSubscription();
      if (known !== null && isSame(known.options.applicationServerKey, applicationServerKey)) return known;
      await known?.unsubscribe();
      return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    } catch {
      return null;
    }
  },
};

import { onMounted, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { session } from '../api/session';
import { useAction } from '../api/useAction';
import { storage } from '../device/storage';
import { type Locale, localeToApi } from '../i18n/locales';
import { browserPush, PUSH_ACCOUNT } from './browserPush';
import { SubscribeToPushDocument } from './operations/generated/SubscribeToPush';
import { UnsubscribeFromPushDocument } from './operations/generated/UnsubscribeFromPush';

/** Notifications of this browser while the app is closed. */
export function usePush() {
  const { locale } = useI18n();
  const subscribing = useAction(SubscribeToPushDocument);
  const unsubscribing = useAction(UnsubscribeFromPushDocument);
  const ability = ref(browserPush.ability());
  /** Null until it is known. */
  const isOn = ref<boolean | null>(null);
  const isBusy = ref(false);
  /** The person pressed the button and the browser did not subscribe. */
  const wasRefused = ref(false);

  /** Tells the server, which forgets a browser whose session has ended. */
  async function send(subscription: PushSubscription): Promise<boolean> {
    const { endpoint = '', keys = {} } = subscription.toJSON();
    const { p256dh = '', auth = '' } = keys;
    const language = localeToApi[locale.value as Locale];
    return (await subscribing.run({ endpoint, p256dh, auth, locale: language })) !== undefined;
  }

  async function busily(work: () => Promise<void>): Promise<void> {
    if (isBusy.value) return;
    isBusy.value = true;
    await work().finally(() => (isBusy.value = false));
  }

  onMounted(async () => {
    // Another person's, whose session ended elsewhere, is not taken over.
    if (storage.get(PUSH_ACCOUNT) !== session.account()) await browserPush.forget();
    const subscription = await browserPush.current();
    isOn.value = subscription !== null && (await send(subscription));
  });
  // The server writes in the language of the app.
  watch(locale, async () => {
    const subscription = isOn.value === true ? await browserPush.current() : null;
    if (subscription !== null) await send(subscription);
  });

  return {
    ability,
    isOn,
    isBusy,
    wasRefused,
    failure: subscribing.failure,
    /** @param key the server's public key */
    turnOn: (key: string): Promise<void> =>
      busily(async () => {
        const subscription = await browserPush.subscribe(key);
        ability.value = browserPush.ability();
        wasRefused.value = subscription === null;
        if (subscription !== null) storage.set(PUSH_ACCOUNT, session.account() ?? '');
        isOn.value = subscription !== null && (await send(subscription));
      }),
    turnOff: (): Promise<void> =>
      busily(async () => {
        const subscription = await browserPush.current();
        await browserPush.forget();
        if (subscription !== null) await unsubscribing.run({ endpoint: subscription.endpoint });
        isOn.value = false;
      }),
  };
}

import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Failure } from '../../api/failure';
import type { AgeStanding } from '../../api/generated/schema';
import { session } from '../../api/session';
import { safeRedirectPath } from '../../api/signIn';
import { useAction } from '../../api/useAction';
import { consentVersion, viewerAgeStatus } from '../../api/viewerAgeStatus';
import { currentLocale } from '../../i18n/i18n';
import { localeToApi } from '../../i18n/locales';
import { GiveConsentDocument } from './operations/generated/GiveConsent';

type WelcomeState = 'loading' | 'asking' | 'minor' | 'tooYoung' | 'failed';

/** Asks for age and consent once, then continues at `?next=`. */
export function useWelcome() {
  const route = useRoute();
  const router = useRouter();
  const givingConsent = useAction(GiveConsentDocument);
  const state = ref<WelcomeState>('loading');
  const next = computed(() => safeRedirectPath(route.query['next'], location.origin));

  const goOn = (): Promise<unknown> => router.replace(next.value);

  async function show(now: AgeStanding | undefined): Promise<void> {
    if (now === undefined) state.value = 'failed';
    else if (now === 'UNKNOWN') state.value = 'asking';
    else if (now === 'TOO_YOUNG') state.value = 'tooYoung';
    else await goOn();
  }

  async function load(): Promise<void> {
    state.value = 'loading';
    await show(await viewerAgeStatus.read());
  }

  /** @param bornIn `YYYY-MM` */
  async function giveConsent(bornIn: string): Promise<void> {
    const data = await givingConsent.run({
      bornIn,
      locale: localeToApi[currentLocale()],
      version: consentVersion,
    });
    viewerAgeStatus.forget();
    const now = data?.giveConsent.user.ageStanding;
    if (now === 'MINOR') state.value = 'minor';
    else if (now !== undefined) await show(now);
    // Another tab has answered, and that answer counts.
    else if (givingConsent.failure.value?.code === 'FORBIDDEN') await load();
  }

  watch(
    session.isSignedIn,
    (isSignedIn) => void (isSignedIn ? load() : router.replace({ path: '/', query: { next: next.value } })),
    { immediate: true },
  );

  const offline: Failure = { code: 'OFFLINE' };
  return {
    state,
    offline,
    isBusy: givingConsent.isBusy,
    failure: givingConsent.failure,
    load,
    giveConsent,
    goOn,
  };
}

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
import { CreateSurveyDocument } from '../../api/operations/generated/CreateSurvey';
import { GiveConsentDocument } from './operations/generated/GiveConsent';

type WelcomeState = 'loading' | 'asking' | 'minor' | 'tooYoung' | 'failed';

/** Pages that would only lead a new owner to the form of a first survey. */
const BEFORE_FIRST_SURVEY = new Set(['/home', '/surveys/new']);

/**
 * Asks for age and consent once, then continues at `?next=`. Where that is no page in particular, the first survey
 * is created and opened instead.
 */
export function useWelcome() {
  const route = useRoute();
  const router = useRouter();
  const givingConsent = useAction(GiveConsentDocument);
  const creating = useAction(CreateSurveyDocument);
  const state = ref<WelcomeState>('loading');
  const next = computed(() => safeRedirectPath(route.query['next'], location.origin));

  /** Set when this page was given the consent, so that the person has no survey yet. */
  let isNew = false;

  async function goOn(): Promise<void> {
    const { pathname, searchParams } = new URL(next.value, location.origin);
    const isCreating = isNew && BEFORE_FIRST_SURVEY.has(pathname);
    const input = { locale: localeToApi[currentLocale()], from: searchParams.get('from') };
    const done = isCreating ? await creating.run({ input }) : undefined;
    // If it cannot be created, the next page offers to create it.
    await router.replace(done ? `/surveys/${done.createSurvey.survey.id}` : next.value);
  }

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
    isNew = data !== undefined;
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
    isBusy: computed(() => givingConsent.isBusy.value || creating.isBusy.value),
    failure: givingConsent.failure,
    load,
    giveConsent,
    goOn,
  };
}

import { computed, ref, watch } from 'vue';
import { useRouter } from 'vue-router';
import { session } from '../api/session';
import { standing } from '../api/standing';
import { AcceptComparisonDocument } from '../graphql/generated/AcceptComparison';
import { ComparisonsDocument } from '../graphql/generated/Comparisons';
import { useAction } from './useAction';
import { useComparable } from './useComparable';
import { useLoaded } from './useLoaded';

export type InvitationState =
  'signedOut' | 'loading' | 'failed' | 'own' | 'gone' | 'nothingReady' | 'choosing';

/** The most the API gives at once: an own invitation beyond them is known when it is accepted. */
const MANY = 100;

/**
 * An invitation to compare, as whoever got the link sees it. Whose it is nobody learns before both have agreed.
 * @param code the last part of the link
 */
export function useInvitation(code: string) {
  const router = useRouter();
  const mayAsk = ref(false);
  const isPaused = (): boolean => !session.isSignedIn.value || !mayAsk.value;
  const comparable = useComparable(isPaused);
  const own = useLoaded(ComparisonsDocument, () => ({ first: MANY }), isPaused);
  const accepting = useAction(AcceptComparisonDocument);
  const refused = ref<'own' | 'gone'>();

  // This page is open to everybody, so nobody has asked for age and consent yet.
  watch(
    session.isSignedIn,
    async (isSignedIn) => {
      const now = isSignedIn ? await standing.read() : undefined;
      if (now === 'UNKNOWN' || now === 'TOO_YOUNG')
        await router.replace({ path: '/welcome', query: { next: `/c/${code}` } });
      else mayAsk.value = isSignedIn;
    },
    { immediate: true },
  );

  const state = computed<InvitationState>(() => {
    if (!session.isSignedIn.value) return 'signedOut';
    if (refused.value !== undefined) return refused.value;
    if (own.data.value?.viewer.comparisons.edges.some(({ node }) => node.code === code)) return 'own';
    const states = [comparable.state.value, own.state.value];
    if (states.includes('failed')) return 'failed';
    if (states.includes('loading')) return 'loading';
    return comparable.personas.value.length === 0 ? 'nothingReady' : 'choosing';
  });

  return {
    state,
    personas: comparable.personas,
    chosen: comparable.chosen,
    loadFailure: computed(() => comparable.failure.value ?? own.failure.value),
    isBusy: accepting.isBusy,
    failure: accepting.failure,
    async reload(): Promise<void> {
      await Promise.all([comparable.reload(), own.reload()]);
    },
    async accept(): Promise<void> {
      const personaId = comparable.chosen.value;
      if (personaId === undefined) return;
      const accepted = await accepting.run({ code, personaId });
      const why = accepting.failure.value?.code;
      if (accepted) await router.replace(`/compare#${accepted.acceptComparison.comparison.id}`);
      else if (why === 'FORBIDDEN') refused.value = 'own';
      else if (why === 'NOT_FOUND') refused.value = 'gone';
      else if (why === 'PERSONA_NOT_READY') await comparable.reload();
    },
  };
}

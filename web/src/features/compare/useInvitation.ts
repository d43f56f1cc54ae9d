import { computed, ref, watch } from 'vue';
import { useRouter } from 'vue-router';
import { session } from '../../api/session';
import { useAction } from '../../api/useAction';
import { useLoaded } from '../../api/useLoaded';
import { viewerAgeStatus } from '../../api/viewerAgeStatus';
import { AcceptComparisonDocument } from './operations/generated/AcceptComparison';
import { ComparisonInvitationDocument } from './operations/generated/ComparisonInvitation';
import { ComparisonsDocument } from './operations/generated/Comparisons';
import { useComparablePersonas } from './useComparablePersonas';

type InvitationState = 'signedOut' | 'loading' | 'failed' | 'own' | 'gone' | 'nothingReady' | 'choosing';

/** The API's largest page. If the viewer's own invitation is not in it, the server refuses to accept it. */
const LARGEST_PAGE = 100;

/**
 * An invitation to compare, as the person who got the link sees it, with the inviter's name. The inviter learns
 * nothing before it is accepted.
 * @param code the last part of the link
 */
export function useInvitation(code: string) {
  const router = useRouter();
  const isAllowed = ref(false);
  const isPaused = (): boolean => !session.isSignedIn.value || !isAllowed.value;
  const comparable = useComparablePersonas(isPaused);
  const invitation = useLoaded(ComparisonInvitationDocument, () => ({ code }));
  const own = useLoaded(ComparisonsDocument, () => ({ first: LARGEST_PAGE }), isPaused);
  const accepting = useAction(AcceptComparisonDocument);
  const refused = ref<'own' | 'gone'>();

  // This page is public, so the router has not asked for age and consent.
  watch(
    session.isSignedIn,
    async (isSignedIn) => {
      const ageStatus = isSignedIn ? await viewerAgeStatus.read() : undefined;
      if (ageStatus === 'UNKNOWN' || ageStatus === 'TOO_YOUNG')
        await router.replace({ path: '/welcome', query: { next: `/c/${code}` } });
      else isAllowed.value = isSignedIn;
    },
    { immediate: true },
  );

  const state = computed<InvitationState>(() => {
    // One that the viewer has accepted is over too, and accepting it again leads to its result.
    if (!session.isSignedIn.value)
      return invitation.failure.value?.code === 'NOT_FOUND' ? 'gone' : 'signedOut';
    if (refused.value !== undefined) return refused.value;
    if (own.data.value?.viewer.comparisons.edges.some(({ node }) => node.code === code)) return 'own';
    const states = [comparable.state.value, own.state.value];
    if (states.includes('failed')) return 'failed';
    if (states.includes('loading')) return 'loading';
    return comparable.personas.value.length === 0 ? 'nothingReady' : 'choosing';
  });

  return {
    state,
    /** Undefined while it loads, and for an invitation that is over. */
    inviter: computed(() => invitation.data.value?.comparisonInvitation.inviterName),
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
      const failureCode = accepting.failure.value?.code;
      if (accepted) await router.replace(`/compare#${accepted.acceptComparison.comparison.id}`);
      else if (failureCode === 'FORBIDDEN') refused.value = 'own';
      else if (failureCode === 'NOT_FOUND') refused.value = 'gone';
      else if (failureCode === 'PERSONA_NOT_READY') await comparable.reload();
    },
  };
}

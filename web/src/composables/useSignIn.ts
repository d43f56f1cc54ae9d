import { useQuery } from '@urql/vue';
import { computed, onMounted, onUnmounted, ref } from 'vue';
import { useRoute } from 'vue-router';
import { type Failure, failureOf } from '../api/failure';
import { leaveToSignIn } from '../api/signIn';
import { GoogleSignInDocument } from '../graphql/generated/GoogleSignIn';

/**
 * The way in, and back to the page that asked for it (`?next=`).
 * @param otherwise where to go on when no page asked
 */
export function useSignIn(otherwise = '/home') {
  const route = useRoute();
  const options = useQuery({ query: GoogleSignInDocument, variables: {} });
  const isLeaving = ref(false);
  const failure = ref<Failure | null>(null);
  const next = computed(() => (typeof route.query['next'] === 'string' ? route.query['next'] : undefined));
  // Back from Google by the browser's button, the page may stand here as it was left.
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) isLeaving.value = false;
  };
  onMounted(() => addEventListener('pageshow', onShow));
  onUnmounted(() => removeEventListener('pageshow', onShow));
  return {
    next,
    isLeaving,
    failure,
    isDemo: computed(() => options.data.value?.googleSignIn.demo ?? false),
    async leave(): Promise<void> {
      if (isLeaving.value) return;
      isLeaving.value = true;
      failure.value = null;
      try {
        await leaveToSignIn(next.value ?? otherwise);
      } catch (error) {
        failure.value = failureOf(error);
        isLeaving.value = false;
      }
    },
  };
}

import { watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { session } from '../api/session';
import { standing } from '../api/standing';

/** Leaves a private page when the session ends: here, in another tab, or because the server ended it. */
export function useSignedOutElsewhere(): void {
  const route = useRoute();
  const router = useRouter();
  watch(session.isSignedIn, (isSignedIn) => {
    standing.forget();
    if (!isSignedIn && route.meta.isPrivate)
      void router.replace({ path: '/', query: { next: route.fullPath } });
  });
}

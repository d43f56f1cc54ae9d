import { watch } from 'vue';
import { useRoute } from 'vue-router';
import { session } from '../api/session';

/**
 * Leaves a private page when the session ends, whether here, in another tab or by the server. It loads a
 * fresh page, so that no data of the previous person is in this tab's memory when the next one signs in.
 */
export function useLeaveOnSignOut(): void {
  const route = useRoute();
  watch(session.isSignedIn, (isSignedIn) => {
    if (isSignedIn) return;
    if (route.meta.isPrivate) location.replace(`/?next=${encodeURIComponent(route.fullPath)}`);
    else location.reload();
  });
}

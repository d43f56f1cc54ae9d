import { computed } from 'vue';
import { useRouter } from 'vue-router';
import { session } from '../../api/session';
import { useAction } from '../../api/useAction';
import { sleep } from '../../api/wait';
import { revealedPersonas } from '../../device/revealedPersonas';
import { seenCaches } from '../../device/seenCaches';
import { browserPush } from '../../notifications/browserPush';
import { drafts } from '../../questionnaire/drafts';
import { DeleteAccountDocument } from './operations/generated/DeleteAccount';
import { SignOutDocument } from './operations/generated/SignOut';

/**
 * The longest wait for the server when signing out, because a network may accept a request and never answer.
 */
const TIMEOUT_MS = 4_000;

/** Signing out and deleting the account. Both end on the landing page. */
export function useSignOutAndDelete() {
  const router = useRouter();
  const signingOut = useAction(SignOutDocument);
  const deleting = useAction(DeleteAccountDocument);

  /**
   * Leaves the page before ending the session: otherwise a private page would ask to sign in and return to
   * it.
   */
  async function leave(): Promise<void> {
    await router.replace('/');
    // Before the session ends, because the page reloads then.
    const forgetting = Promise.allSettled([browserPush.forget(), seenCaches.keepOnly(undefined)]);
    await Promise.race([forgetting, sleep(TIMEOUT_MS)]);
    session.end();
  }

  return {
    isSigningOut: signingOut.isBusy,
    isDeleting: deleting.isBusy,
    failure: computed(() => deleting.failure.value),
    /** Works offline too: the tokens are removed from this device, and the session then expires by itself. */
    async signOut(): Promise<void> {
      await Promise.race([signingOut.run({}), sleep(TIMEOUT_MS)]);
      await leave();
    },
    /**
     * Stays on the page with a failure if the server did not delete the account. Answers given as a friend
     * are kept: they belong to no account.
     */
    async deleteAccount(): Promise<void> {
      const account = session.account();
      if (!(await deleting.run({}))) return;
      if (account !== undefined) drafts.forget(drafts.aboutMyself(account));
      revealedPersonas.forget();
      await leave();
    },
  };
}

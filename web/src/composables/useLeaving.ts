import { computed } from 'vue';
import { useRouter } from 'vue-router';
import { drafts } from '../answering/drafts';
import { sleep } from '../api/backoff';
import { session } from '../api/session';
import { seenMirrors } from '../device/seenMirrors';
import { storage } from '../device/storage';
import { DeleteAccountDocument } from '../graphql/generated/DeleteAccount';
import { SignOutDocument } from '../graphql/generated/SignOut';
import { useAction } from './useAction';

/** How long somebody waits who wants to go: a network may take a request and never answer. */
const PATIENCE_MS = 4_000;

/** What was being said to a mirror is nobody's business who comes after. */
function forgetTalks(): void {
  for (const key of storage.keys('mirai.chat.')) storage.remove(key);
}

/** The two ways out: signing out, and deleting the account. Both end on the landing page. */
export function useLeaving() {
  const router = useRouter();
  const signingOut = useAction(SignOutDocument);
  const deleting = useAction(DeleteAccountDocument);

  /** The page first: a private page whose session ends asks to sign in and come back to it, which nobody wants here. */
  async function leave(): Promise<void> {
    await router.replace('/');
    forgetTalks();
    session.end();
  }

  return {
    isSigningOut: signingOut.isBusy,
    isDeleting: deleting.isBusy,
    failure: computed(() => deleting.failure.value),
    /** Also without a connection: the tokens are forgotten here, and a session nobody holds the key of ends by itself. */
    async signOut(): Promise<void> {
      await Promise.race([signingOut.run({}), sleep(PATIENCE_MS)]);
      await leave();
    },
    /** Stays, with a failure to show, when the server did not do it. What was answered as somebody's friend stays: it is no account's. */
    async deleteAccount(): Promise<void> {
      const account = session.account();
      if (!(await deleting.run({}))) return;
      if (account !== undefined) drafts.forget(drafts.aboutMyself(account));
      seenMirrors.forget();
      await leave();
    },
  };
}

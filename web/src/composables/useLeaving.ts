import { computed } from 'vue';
import { useRouter } from 'vue-router';
import { session } from '../api/session';
import { DeleteAccountDocument } from '../graphql/generated/DeleteAccount';
import { SignOutDocument } from '../graphql/generated/SignOut';
import { useAction } from './useAction';

/** What was being said to a mirror is nobody's business who comes after. */
function forgetTalks(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith('mirai.chat.')) localStorage.removeItem(key);
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
      await signingOut.run({});
      await leave();
    },
    /** Stays, with a failure to show, when the server did not do it. */
    async deleteAccount(): Promise<void> {
      if (await deleting.run({})) await leave();
    },
  };
}

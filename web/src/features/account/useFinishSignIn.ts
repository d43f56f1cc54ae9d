import { onMounted, onScopeDispose, ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { failureOf } from '../../api/failure';
import { session } from '../../api/session';
import { type SignInAnswer, type SignInProblem, SignInError, readSignInAnswer } from '../../api/signIn';
import { viewerAgeStatus } from '../../api/viewerAgeStatus';
import { backoff, interruptibleWait } from '../../api/wait';

/** `unreachable` and `failed` may be gone at another try with the same ID token. */
type Problem = SignInProblem | 'unreachable' | 'failed';

/** Refusals that pass: the same ID token is sent again after the time that the server names. */
const TEMPORARY = ['RATE_LIMITED', 'SERVICE_UNAVAILABLE'];

/** Finishes the sign-in with the answer in the page's address, and continues where it began. */
export function useFinishSignIn() {
  const route = useRoute();
  const router = useRouter();
  const problem = ref<Problem | null>(null);
  /** The server asks to wait, so the sign-in is tried again by itself. */
  const isWaiting = ref(false);
  const wasSignedIn = session.isSignedIn.value;
  let answer: SignInAnswer | undefined;
  let isDisposed = false;
  let endWait = (): void => {};
  onScopeDispose(() => {
    isDisposed = true;
    endWait();
  });

  /** @returns whether the session has started */
  async function start({ idToken, nonce }: SignInAnswer): Promise<boolean> {
    for (let tries = 0; !isDisposed; tries += 1) {
      try {
        await session.start(idToken, nonce);
        return true;
      } catch (error) {
        const { code, retryAfter } = failureOf(error);
        if (!TEMPORARY.includes(code)) {
          problem.value =
            code === 'OFFLINE' ? 'unreachable' : code === 'INTERNAL_SERVER_ERROR' ? 'failed' : 'refused';
          return false;
        }
        isWaiting.value = true;
        const wait = interruptibleWait(backoff(tries, retryAfter));
        endWait = wait.end;
        await wait.ended;
      }
    }
    return false;
  }
  async function finish(): Promise<void> {
    problem.value = null;
    isWaiting.value = false;
    try {
      answer ??= readSignInAnswer(route.hash);
    } catch (error) {
      if (!(error instanceof SignInError)) throw error;
      problem.value = error.problem;
      return;
    }
    if (!(await start(answer))) return;
    // A full page load discards this tab's cached data and WebSocket, which belong to the previous account.
    if (wasSignedIn) return location.replace(answer.next);
    viewerAgeStatus.forget();
    await router.replace(answer.next);
  }
  onMounted(finish);
  return { problem, isWaiting, retry: finish };
}

import { Client, fetchExchange } from '@urql/core';
import { computed, shallowRef } from 'vue';
import { parseStored } from '../device/keeping';
import { storage } from '../device/storage';
import { RefreshDocument } from '../graphql/generated/Refresh';
import { SignInDocument } from '../graphql/generated/SignIn';
import { dataOf } from './failure';
import { goodUntil } from './goodUntil';

interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** By this device's clock. */
  expiresAt: string;
  /** Whose they are: the user's id. */
  account?: string;
}

const KEY = 'mirai.session';
/** An access token this close to its end is not sent any more. */
const SPARE_MS = 20_000;

const stored = (): Tokens | null => parseStored(storage.get(KEY)) as Tokens | null;

const tokens = shallowRef<Tokens | null>(stored());
/** Speaks without a session: it is what makes one. */
const bare = new Client({ url: '/graphql', exchanges: [fetchExchange], preferGetMethod: false });

function keep(next: Tokens | null): void {
  tokens.value = next;
  if (next === null) storage.remove(KEY);
  else storage.set(KEY, JSON.stringify(next));
}

/**
 * Takes what another tab left on the device. All that this one knows, and its socket, are of the account it has: for another one
 * it is loaded anew, and until then it keeps its own tokens.
 * @returns null also where they are another account's
 */
function adopt(): Tokens | null {
  const now = stored();
  if (now !== null && tokens.value !== null && now.account !== tokens.value.account) {
    location.reload();
    return null;
  }
  return (tokens.value = now);
}

// Another tab signed in, out, or refreshed.
addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) adopt();
});
// A page that the browser had put to sleep was told nothing.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) adopt();
});

const received = ({ accessToken, refreshToken, expiresAt }: Tokens, account?: string): Tokens => ({
  accessToken,
  refreshToken,
  expiresAt: goodUntil(expiresAt, Date.now()),
  account,
});

const isStale = (one: Tokens): boolean => Date.parse(one.expiresAt) - Date.now() < SPARE_MS;

/**
 * Trades the refresh token for a fresh pair: one tab at a time, and the others take what it got. A refresh token may be used once.
 * @param refused the access token that the server did not take, if that is why
 */
async function refresh(refused?: string): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    const now = adopt();
    if (now === null || (now.accessToken !== refused && !isStale(now))) return;
    const { data, error } = await bare
      .mutation(RefreshDocument, { refreshToken: now.refreshToken })
      .toPromise();
    // Meanwhile another tab signed in or out, and that is the newer.
    if (stored()?.refreshToken !== now.refreshToken) adopt();
    else if (data) keep(received(data.refreshSession, now.account));
    // Offline is no reason to forget anybody.
    else if (error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED'))
      keep(null);
  });
}

/** Who is signed in on this device, in all of its tabs. */
export const session = {
  isSignedIn: computed(() => tokens.value !== null),
  /** The token to send, refreshed first where it must be; undefined when nobody is signed in. */
  async accessToken(refused?: string): Promise<string | undefined> {
    if (tokens.value !== null && (isStale(tokens.value) || tokens.value.accessToken === refused))
      await refresh(refused);
    return tokens.value?.accessToken;
  },
  /** The id of who is signed in. */
  account: (): string | undefined => tokens.value?.account,
  /** Without looking whether it is still good. */
  currentToken: (): string | undefined => tokens.value?.accessToken,
  isStale: (): boolean => tokens.value !== null && isStale(tokens.value),
  /** @throws CombinedError of the server's refusal */
  async begin(idToken: string, nonce: string): Promise<void> {
    const answer = await bare.mutation(SignInDocument, { idToken, nonce }).toPromise();
    const { signInWithGoogle } = dataOf(answer);
    keep(received(signInWithGoogle, signInWithGoogle.user.id));
  },
  /** Forgets the session here and in all other tabs. */
  end: (): void => keep(null),
};

import { computed, shallowRef } from 'vue';
import { locks } from '../device/locks';
import { seenCaches } from '../device/seenCaches';
import { parseStored, storage } from '../device/storage';
import { failedChunks, loadFile } from './failedChunks';
import { dataOf } from './failure';

/** The tokens of a session, as this device stores them. */
interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** By this device's clock. */
  expiresAt: string;
  /** Id of the user they belong to. */
  account?: string;
}

const KEY = 'mirai.session';
/** Beginning of the keys of what belongs to the session's chats. */
const CHATS = 'mirai.chat.';
/** An access token this close to its expiry is refreshed first. */
const REFRESH_BEFORE_MS = 20_000;

const storedTokens = (): Tokens | null => parseStored(storage.get(KEY)) as Tokens | null;

const tokens = shallowRef<Tokens | null>(storedTokens());
// Also what was left behind by a page that closed while its session ended.
forgetOthersSeen();
/** Loaded when tokens are first requested, because most friends never have any. */
const tokenRequests = () => import('./tokenRequests');

/** The session of this device, shared by its tabs. */
export const session = {
  isSignedIn: computed(() => tokens.value !== null),
  /**
   * The access token to send, refreshed first if necessary. Undefined if signed out.
   * @param rejected an access token that the server has rejected
   */
  async accessToken(rejected?: string): Promise<string | undefined> {
    if (tokens.value !== null && (isStale(tokens.value) || tokens.value.accessToken === rejected))
      await refresh(rejected);
    return tokens.value?.accessToken;
  },
  /** Id of the signed-in user. */
  account: (): string | undefined => tokens.value?.account,
  /** The access token, even if it has expired. */
  currentToken: (): string | undefined => tokens.value?.accessToken,
  isStale: (): boolean => tokens.value !== null && isStale(tokens.value),
  /** @throws CombinedError when the server refuses the token */
  async start(idToken: string, nonce: string): Promise<void> {
    const { requestTokens } = await loadFile(() =>
      tokenRequests().catch((error: unknown) => {
        // Reloading the page would use the token's address twice.
        failedChunks.claim(error);
        throw error;
      }),
    );
    const { signInWithGoogle } = dataOf(await requestTokens(idToken, nonce));
    store(newTokens(signInWithGoogle, signInWithGoogle.user.id));
  },
  /** Ends the session on this device, in all tabs. */
  end: (): void => store(null),
};

/**
 * Exchanges the refresh token for a new pair. A refresh token may be used once, so one tab at a time does it
 * and the others take its result.
 * @param rejected the access token that the server rejected, if that is the reason
 */
async function refresh(rejected?: string): Promise<void> {
  await locks.during(KEY, async () => {
    const now = adoptStoredTokens();
    if (now === null || (now.accessToken !== rejected && !isStale(now))) return;
    const { refreshTokens } = (await tokenRequests().catch(() => undefined)) ?? {};
    const { data, error } = (await refreshTokens?.(now.refreshToken)) ?? {};
    // Another tab has signed in or out meanwhile, and its tokens are newer.
    if (storedTokens()?.refreshToken !== now.refreshToken) adoptStoredTokens();
    else if (data) store(newTokens(data.refreshSession, now.account));
    // Being offline is no reason to end a session.
    else if (error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED'))
      store(null);
  });
}

/**
 * Takes the tokens that another tab stored. The data and the socket of this tab belong to its current
 * account: if the stored tokens belong to another one, the page reloads, and keeps its own tokens until then.
 * @returns null also if the stored tokens belong to another account
 */
function adoptStoredTokens(): Tokens | null {
  const now = storedTokens();
  if (now !== null && tokens.value !== null && now.account !== tokens.value.account) {
    location.reload();
    return null;
  }
  return (tokens.value = now);
}

// Another tab signed in, signed out, or refreshed its tokens.
addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) adoptStoredTokens();
});
// A page that the browser had frozen missed those events.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) adoptStoredTokens();
});

function store(next: Tokens | null): void {
  tokens.value = next;
  if (next === null) {
    storage.remove(KEY);
    // The next person on this device must not see unsent messages and drafts.
    for (const key of storage.keys(CHATS)) storage.remove(key);
    forgetOthersSeen();
  } else storage.set(KEY, JSON.stringify(next));
}

/** Storage may be blocked: then nothing was kept. */
function forgetOthersSeen(): void {
  seenCaches.keepOnly(tokens.value?.account).catch(() => {});
}

const isStale = (one: Tokens): boolean => Date.parse(one.expiresAt) - Date.now() < REFRESH_BEFORE_MS;

/** The tokens to store, of those that the server has just issued. */
const newTokens = ({ accessToken, refreshToken, expiresAt }: Tokens, account?: string): Tokens => ({
  accessToken,
  refreshToken,
  expiresAt: localTokenExpiry(expiresAt, Date.now()),
  account,
});

/** Bounds of an access token's lifetime (docs: `expiresAt`). */
const SHORTEST_LIFE_MS = 5 * 60_000;
const LONGEST_LIFE_MS = 15 * 60_000;

/**
 * When a token that was just issued expires by this device's clock. That clock may be wrong by hours: if it
 * is ahead, every token would seem to have expired at once. Where the result is too late, the server rejects
 * the token and it is refreshed then.
 * @param expiresAt by the server's clock
 * @param now by this device's clock, in milliseconds
 */
export function localTokenExpiry(expiresAt: string, now: number): string {
  const lifetime = Math.min(Math.max(Date.parse(expiresAt) - now, SHORTEST_LIFE_MS), LONGEST_LIFE_MS);
  return new Date(now + lifetime).toISOString();
}

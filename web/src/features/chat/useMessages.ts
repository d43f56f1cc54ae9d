import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { client } from '../../api/client';
import { connection } from '../../api/live/connection';
import { dataOf, type Failure, failureOf } from '../../api/failure';
import type { LoadState } from '../../api/useLoaded';
import { ChatMessagesDocument } from './operations/generated/ChatMessages';
import type { ConversationPartsFragment } from './operations/generated/ConversationParts';
import type { MessagePartsFragment } from './operations/generated/MessageParts';
import { coalesce } from './rules/coalesce';
import { mergeMessages, reuseUnchanged } from './rules/mergeMessages';

interface RefreshHooks {
  /** Awaited before the end of the path is read again. */
  beforeRefresh(): Promise<void>;
  /** Called with the conversation that came with the messages. */
  onConversation(conversation: ConversationPartsFragment): void;
}

/** The messages of a conversation: its end, and the older ones that the reader has scrolled to. */
export function useMessages(personaId: string, hooks: RefreshHooks) {
  const path = useMessagePath();
  const latest = useLatestMessages(personaId, path, hooks);
  watch(connection, (now, before) => {
    if (before === 'offline' && now !== 'offline') void latest.refresh();
  });
  const state = computed<LoadState>(() =>
    latest.isLoaded.value ? 'ready' : latest.failure.value ? 'failed' : 'loading',
  );
  return {
    messages: path.messages,
    firstPosition: path.firstPosition,
    join: path.join,
    change: path.change,
    state,
    failure: latest.failure,
    refresh: latest.refresh,
    noteRevision: latest.noteRevision,
    older: useOlderMessages(personaId, path),
  };
}

/** The wait before the messages are read again after a failure. */
const RETRY_LATEST_MS = 3_000;

/** Keeps the end of the path up to date with the server. */
export function useLatestMessages(
  personaId: string,
  path: ReturnType<typeof useMessagePath>,
  { beforeRefresh, onConversation }: RefreshHooks,
) {
  const isLoaded = ref(false);
  const failure = ref<Failure | null>(null);
  /** The newest revision of the conversation that the server has announced. */
  let announced = 0;
  /** A revision of the conversation that the messages are at least as new as. */
  let seen = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  const refresh = coalesce(async () => {
    clearTimeout(retryTimer);
    try {
      await beforeRefresh();
      const atLeast = announced;
      const { messages, from, conversation } = await loadLatestMessages(personaId, path.messages.value);
      if (!path.join(messages, from)) path.replace(messages, from);
      seen = isLoaded.value ? atLeast : conversation.revision;
      isLoaded.value = true;
      failure.value = null;
      onConversation(conversation);
      noteRevision(announced);
    } catch (error) {
      failure.value = failureOf(error);
      // The shown messages stay, and are read again automatically so that no tab stays outdated.
      if (isLoaded.value) retryTimer = setTimeout(() => void refresh(), RETRY_LATEST_MS);
    }
  });
  /** Reads the messages again if the server has announced a newer state than they show. */
  function noteRevision(revision: number): void {
    announced = Math.max(announced, revision);
    if (isLoaded.value && announced > seen) void refresh();
  }
  onScopeDispose(() => clearTimeout(retryTimer));
  return { isLoaded, failure, refresh, noteRevision };
}

/** The time after which older messages may be loaded again after a failure. */
const RETRY_OLDER_MS = 4_000;

/** Loads the messages before the loaded ones. */
function useOlderMessages(personaId: string, path: ReturnType<typeof useMessagePath>) {
  const isLoading = ref(false);
  const failure = ref<Failure | null>(null);
  const hasOlder = computed(() => path.beginning.value.hasOlder);
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    if (!hasOlder.value || isLoading.value) return;
    isLoading.value = true;
    clearTimeout(retryTimer);
    try {
      const page = await loadMessagePage(personaId, path.beginning.value.start);
      path.prepend(page.messages, page.from);
      failure.value = null;
    } catch (error) {
      failure.value = failureOf(error);
      retryTimer = setTimeout(() => (failure.value = null), RETRY_OLDER_MS);
    } finally {
      isLoading.value = false;
    }
  }
  onScopeDispose(() => clearTimeout(retryTimer));
  return {
    hasOlder,
    isLoading,
    failure,
    /** Whether there are older messages and the last load has not just failed. */
    canLoad: computed(() => hasOlder.value && failure.value === null),
    load,
  };
}

/** The loaded messages at the end of the shown path, oldest first. */
export function useMessagePath() {
  const messages = shallowRef<MessagePartsFragment[]>([]);
  const beginning = ref<PathStart>(conversationStart);
  /**
   * Position of the first loaded message. Older messages count down from it; after a replacement it starts
   * far away.
   */
  const firstPosition = ref(0);

  function restart(from: PathStart): void {
    beginning.value = from;
    firstPosition.value += 1_000_000;
  }
  /** Joins the current end of the path to the loaded messages. @returns false if the two do not touch */
  function join(end: MessagePartsFragment[], from: PathStart = conversationStart): boolean {
    const known = messages.value;
    const joined = mergeMessages(known, end);
    if (joined === null) return false;
    if (joined[0]?.id !== known[0]?.id) restart(from);
    messages.value = reuseUnchanged(known, joined);
    return true;
  }
  /** Replaces all loaded messages with the current end of the path. */
  function replace(end: MessagePartsFragment[], from: PathStart): void {
    restart(from);
    messages.value = reuseUnchanged(messages.value, end);
  }
  /**
   * Puts a page before the loaded messages, unless the conversation has forked and the page no longer belongs
   * to it.
   */
  function prepend(page: MessagePartsFragment[], from: PathStart): void {
    if (messages.value[0]?.parentId !== page.at(-1)?.id) return;
    beginning.value = from;
    firstPosition.value -= page.length;
    messages.value = [...page, ...messages.value];
  }
  /** Updates one message in firstPosition. A message that has ended only changes in its evidence. */
  function change(id: string, fresh: Partial<MessagePartsFragment>): void {
    messages.value = messages.value.map((one) => (one.id === id ? { ...one, ...fresh } : one));
  }
  return { messages, beginning, firstPosition, join, replace, prepend, change };
}

/** The start of a section of the path: the cursor at which an older page ends, if there is one. */
interface PathStart {
  hasOlder: boolean;
  start: string | null;
}

const conversationStart: PathStart = { hasOlder: false, start: null };

/** A section of the shown path, oldest first, and the conversation at that moment. */
interface MessagePage {
  messages: MessagePartsFragment[];
  from: PathStart;
  conversation: ConversationPartsFragment;
}

/**
 * Reads the end of the path backwards until it meets the loaded messages, which usually takes one page. If
 * the conversation has forked above all loaded messages, the two never meet: then it stops once it has read
 * more messages than were loaded.
 * @throws CombinedError
 */
async function loadLatestMessages(
  personaId: string,
  known: readonly MessagePartsFragment[],
): Promise<MessagePage> {
  let end = await loadMessagePage(personaId, null);
  while (
    known.length > 0 &&
    end.from.hasOlder &&
    end.messages.length <= known.length &&
    mergeMessages(known, end.messages) === null
  ) {
    const earlier = await loadMessagePage(personaId, end.from.start);
    end = { ...earlier, messages: [...earlier.messages, ...end.messages] };
  }
  return end;
}

/** Messages of a page. */
const PAGE_SIZE = 50;

/**
 * Reads a page of messages.
 * @param before the start of a page: reads the page that ends there; null reads the newest one
 * @throws CombinedError
 */
async function loadMessagePage(personaId: string, before: string | null): Promise<MessagePage> {
  const answer = await client
    .query(ChatMessagesDocument, { personaId, last: PAGE_SIZE, before }, { requestPolicy: 'network-only' })
    .toPromise();
  const { conversation, messages } = dataOf(answer).persona;
  const { hasPreviousPage: hasOlder, startCursor: start } = messages.pageInfo;
  return { conversation, messages: messages.edges.map(({ node }) => node), from: { hasOlder, start } };
}

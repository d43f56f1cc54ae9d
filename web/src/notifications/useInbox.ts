import { computed, ref, watch } from 'vue';
import { client } from '../api/client';
import { dataOf } from '../api/failure';
import { useAction } from '../api/useAction';
import { useLaterPages } from '../api/useLaterPages';
import { useLive } from '../api/useLive';
import { useLoaded } from '../api/useLoaded';
import { InboxChangedDocument } from './operations/generated/InboxChanged';
import { MarkNotificationsReadDocument } from './operations/generated/MarkNotificationsRead';
import { NotificationsDocument, type NotificationsQuery } from './operations/generated/Notifications';

export type ListedNotification = NotificationsQuery['viewer']['notifications']['edges'][number]['node'];

/** Path of the page that a notification is about. */
export const pathOf = ({ kind, personaId }: ListedNotification): string =>
  kind === 'COMPARISON_ACCEPTED' ? '/compare' : `/personas/${personaId}`;

/** The viewer's notifications. Their number is live, and the list is loaded while it is open. */
export function useInbox() {
  const isOpen = ref(false);
  const live = useLive(InboxChangedDocument, () => ({}));
  const inbox = computed(() => live.data.value?.inboxChanged);
  const { data, state, failure, reload } = useLoaded(
    NotificationsDocument,
    () => ({ first: 20 }),
    () => !isOpen.value,
  );
  const later = useLaterPages(
    () => data.value?.viewer.notifications,
    async (after) =>
      dataOf(await client.query(NotificationsDocument, { first: 20, after }).toPromise()).viewer
        .notifications,
  );
  const marking = useAction(MarkNotificationsReadDocument);
  const list = computed(() => later.pages.value.flatMap(({ edges }) => edges.map(({ node }) => node)));

  async function refresh(): Promise<void> {
    later.dropLater();
    await reload();
  }
  // Another device may have read some, and new ones arrive while the list is open.
  watch(
    () => inbox.value?.revision,
    (_now, before) => {
      if (isOpen.value && before !== undefined) void refresh();
    },
  );

  return {
    isOpen,
    unreadCount: computed(() => inbox.value?.unreadCount ?? 0),
    state,
    failure,
    reload,
    list,
    hasMore: later.hasMore,
    isLoadingMore: later.isBusy,
    moreFailure: later.moreFailure,
    more: later.more,
    isMarking: marking.isBusy,
    async markRead({ id, isRead }: ListedNotification): Promise<void> {
      if (!isRead) await marking.run({ notificationIds: [id] });
    },
    /** Marks all, also those that are not loaded. */
    markAllRead: (): Promise<unknown> => marking.run({}),
  };
}

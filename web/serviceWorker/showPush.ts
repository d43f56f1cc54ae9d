/** What the server sends (src/notifications/composeMessages). */
interface PushPayload {
  tag: string;
  title: string;
  text: string;
  path: string;
  language: string;
}

const isPayload = (value: unknown): value is PushPayload =>
  typeof value === 'object' &&
  value !== null &&
  (['tag', 'title', 'text', 'path', 'language'] as const).every(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  );

function read(data: PushMessageData | null): PushPayload | null {
  try {
    const value: unknown = data?.json();
    return isPayload(value) ? value : null;
  } catch {
    return null;
  }
}

/** Shows what the server sends, and opens its page in the app when it is pressed. */
export function showPush(worker: ServiceWorkerGlobalScope): void {
  const windows = () => worker.clients.matchAll({ type: 'window', includeUncontrolled: true });

  async function show({ tag, title, text, path, language }: PushPayload): Promise<void> {
    // The page itself shows it already.
    const isSeen = (await windows()).some(
      ({ url, focused, visibilityState }) =>
        focused && visibilityState === 'visible' && new URL(url).pathname === path,
    );
    await worker.registration.showNotification(title, {
      body: text,
      // A repeat replaces the notification without a sound.
      tag,
      silent: isSeen,
      lang: language,
      icon: '/icons/icon-192.png',
      badge: '/icons/badge-96.png',
      data: path,
    });
    if (!isSeen) return;
    // Shown and closed, because Safari revokes the permission of those who show nothing.
    for (const shown of await worker.registration.getNotifications({ tag })) shown.close();
  }

  async function open(path: string): Promise<void> {
    const { origin } = worker.location;
    const target = new URL(path, origin);
    if (target.origin !== origin) return;
    const [first] = await windows();
    // A page that this worker does not control cannot be sent elsewhere by it.
    const shown = await first?.navigate(target.href).catch(() => null);
    if (shown) await shown.focus().catch(() => undefined);
    else await worker.clients.openWindow(target.href);
  }

  worker.addEventListener('push', (event) => {
    const payload = read(event.data);
    if (payload !== null) event.waitUntil(show(payload));
  });
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(open(String(event.notification.data)));
  });
}

import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { session } from '../api/session';
import { viewerAgeStatus } from '../api/standing';
import { i18n, loadMessages } from '../i18n/i18n';
import { routes } from './routes';

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior(to, _from, saved) {
    // By id and not as a selector: the fragment is not always ours, and may not be a valid selector.
    const part = document.getElementById(to.hash.slice(1));
    return saved ?? (part ? { el: part } : { top: 0 });
  },
});

/**
 * Starts loading a page in parallel with its messages. The router itself would start only after its guards.
 */
const loadPage = async (to: RouteLocationNormalized): Promise<void> => {
  for (const { components } of to.matched)
    if (typeof components?.['default'] === 'function')
      await (components['default'] as () => Promise<unknown>)();
};

router.beforeEach(async (to) => {
  await Promise.all([loadMessages(to.meta.messages), loadPage(to)]);
  if (!to.meta.isPrivate) return true;
  if (!session.isSignedIn.value) return { path: '/', query: { next: to.fullPath } };
  const ageStanding = await viewerAgeStatus.read();
  // If the server could not be asked, the page is shown, and says itself that there is no connection.
  return ageStanding === 'UNKNOWN' || ageStanding === 'TOO_YOUNG'
    ? { path: '/welcome', query: { next: to.fullPath } }
    : true;
});

router.afterEach((to) => {
  document.title = `${i18n.global.t(to.meta.title)} · Re:MirAI`;
});

import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { session } from '../api/session';
import { standing } from '../api/standing';
import { i18n, loadMessages } from '../i18n/i18n';
import { routes } from './routes';

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior(to, _from, saved) {
    // Not as a selector: what stands behind the # is not always ours.
    const part = document.getElementById(to.hash.slice(1));
    return saved ?? (part ? { el: part } : { top: 0 });
  },
});

/** Begins to load a page while its words are on the way: the router itself would begin after its guards. */
const loadPage = async (to: RouteLocationNormalized): Promise<void> => {
  for (const { components } of to.matched)
    if (typeof components?.['default'] === 'function')
      await (components['default'] as () => Promise<unknown>)();
};

router.beforeEach(async (to) => {
  await Promise.all([loadMessages(to.meta.messages), loadPage(to)]);
  if (!to.meta.isPrivate) return true;
  if (!session.isSignedIn.value) return { path: '/', query: { next: to.fullPath } };
  const now = await standing.read();
  // Who could not be asked is let through: the page itself then says that there is no connection.
  return now === 'UNKNOWN' || now === 'TOO_YOUNG' ? { path: '/welcome', query: { next: to.fullPath } } : true;
});

router.afterEach((to) => {
  document.title = `${i18n.global.t(to.meta.title)} · Re:MirAI`;
});

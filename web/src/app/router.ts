import type { Component } from 'vue';
import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteRecordRaw,
} from 'vue-router';
import { session } from '../api/session';
import { viewerAgeStatus } from '../api/viewerAgeStatus';
import { loadMessages, setWindowTitle } from '../i18n/i18n';
import { type PageMeta, siteMap } from './siteMap';

declare module 'vue-router' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- that is how vue-router's own type is widened
  interface RouteMeta extends PageMeta {}
}

const pages = import.meta.glob<Component>(
  [
    '../features/*/*Page.vue',
    './NotFoundPage.vue',
    '!../features/answer/AnswerPage.vue',
    '!../features/landing/LandingPage.vue',
  ],
  { import: 'default' },
);

/** Finds a page by the name of its file, which is unique in the app. */
function pageNamed<T>(files: Record<string, T>, page: string): T | undefined {
  return Object.entries(files).find(([path]) => path.endsWith(`/${page}.vue`))?.[1];
}

async function loadFirstPage(page: string): Promise<Component> {
  const { firstPages } = await import('./firstPages');
  const found = pageNamed(firstPages, page);
  if (found === undefined) throw new Error(`There is no page ${page}.`);
  return found;
}

/** The site map as routes. Each page is loaded on the first visit. */
const routes: RouteRecordRaw[] = siteMap.map(({ path, page, ...meta }) => ({
  path,
  component: pageNamed(pages, page) ?? (() => loadFirstPage(page)),
  meta,
  props: true,
}));

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
  const ageStatus = await viewerAgeStatus.read();
  // If the server could not be asked, the page is shown, and says itself that there is no connection.
  return ageStatus === 'UNKNOWN' || ageStatus === 'TOO_YOUNG'
    ? { path: '/welcome', query: { next: to.fullPath } }
    : true;
});

router.afterEach((to) => {
  setWindowTitle(to.meta.title);
});

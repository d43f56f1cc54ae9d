import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import { type PageMeta, siteMap } from './siteMap';

declare module 'vue-router' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- that is how vue-router's own type is widened
  interface RouteMeta extends PageMeta {}
}

const pages = import.meta.glob<Component>('../pages/*.vue', { import: 'default' });

async function firstPage(page: string): Promise<Component> {
  const { firstPages } = await import('./firstPages');
  const found = firstPages[`../pages/first/${page}.vue`];
  if (found === undefined) throw new Error(`There is no page ${page}.`);
  return found;
}

/** The site map as routes. Each page is loaded on the first visit. */
export const routes: RouteRecordRaw[] = siteMap.map(({ path, page, ...meta }) => ({
  path,
  component: pages[`../pages/${page}.vue`] ?? (() => firstPage(page)),
  meta,
  props: true,
}));

import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import { type PlaceMeta, siteMap } from './siteMap';

declare module 'vue-router' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- that is how vue-router's own type is widened
  interface RouteMeta extends PlaceMeta {}
}

const pages = import.meta.glob<Component>('../pages/*.vue', { import: 'default' });

async function firstPage(page: string): Promise<Component> {
  const { firstPages } = await import('./firstPages');
  const found = firstPages[`../pages/first/${page}.vue`];
  if (found === undefined) throw new Error(`There is no page ${page}.`);
  return found;
}

/** The site's map as the router wants it. Each page is loaded when it is first gone to. */
export const routes: RouteRecordRaw[] = siteMap.map(({ path, page, ...meta }) => ({
  path,
  component: pages[`../pages/${page}.vue`] ?? (() => firstPage(page)),
  meta,
  props: true,
}));

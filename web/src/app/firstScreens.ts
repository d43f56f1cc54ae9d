import { type Component, createSSRApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { renderToString } from 'vue/server-renderer';
import AnswerIntro from '../features/answer/components/AnswerIntro.vue';
import CannotAnswer from '../features/answer/components/CannotAnswer.vue';
import LandingPage from '../features/landing/LandingPage.vue';
import PublicPersonaView from '../features/persona/components/PublicPersonaView.vue';
import UnknownPersona from '../features/persona/components/UnknownPersona.vue';
import type { PublicPersona } from '../features/persona/personaTypes';
import { newI18n } from '../i18n/i18n';
import { type Locale, locales } from '../i18n/locales';
import AppShell from './AppShell.vue';
import { siteMap } from './siteMap';

/** What the server shows of a page before the app starts, and without scripts. Null: there is nothing at its path. */
export type FirstScreen =
  | { path: '/' }
  | { path: '/s/:slug'; survey: { ownerName: string; isOpen: boolean; hasLine: boolean } | null }
  | { path: '/p/:slug'; persona: PublicPersona | null };

const files = import.meta.glob<object>(
  ['../i18n/messages/*/first/*.json', '../i18n/messages/*/{persona,traits}.json'],
  { eager: true, import: 'default' },
);
const messagesOf = (locale: Locale): Record<string, object> =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, words]) => {
      const [, language, area] = /\/messages\/(\w+)\/(?:.*\/)?(\w+)\.json$/.exec(path) ?? [];
      return language === locale && area !== undefined ? [[area, words] as const] : [];
    }),
  );
const i18ns = new Map(locales.map((locale) => [locale, newI18n(locale, messagesOf(locale))]));

/** It only turns paths into links. */
const router = createRouter({
  history: createMemoryHistory(),
  routes: siteMap.map(({ path }) => ({ path, component: {} })),
});

function contentOf(screen: FirstScreen): [component: Component, props: object] {
  switch (screen.path) {
    case '/':
      return [LandingPage, {}];
    case '/s/:slug': {
      const { survey } = screen;
      if (survey === null) return [CannotAnswer, { why: 'NOT_FOUND' }];
      const { ownerName: name, isOpen, hasLine } = survey;
      if (!isOpen) return [CannotAnswer, { why: 'SURVEY_CLOSED', name }];
      return [AnswerIntro, { name, hasLine, share: 0, isFresh: true, isFocused: false }];
    }
    case '/p/:slug':
      return screen.persona === null
        ? [UnknownPersona, {}]
        : [PublicPersonaView, { persona: screen.persona }];
  }
}

/** Renders a page as the app shows it first. @returns HTML without inline styles and scripts */
export async function renderFirstScreen(locale: Locale, screen: FirstScreen): Promise<string> {
  const [component, props] = contentOf(screen);
  const isFull = siteMap.find(({ path }) => path === screen.path)?.isFull;
  const app = createSSRApp({ render: () => h(AppShell, { isFull }, () => h(component, props)) });
  const i18n = i18ns.get(locale);
  if (i18n !== undefined) app.use(i18n);
  return renderToString(app.use(router));
}

import type { RouteRecordRaw } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Files of messages/ that its words are in. */
    messages: string[];
    /** Key of its title. */
    title: string;
    /** Only for people who signed in, said how old they are, and agreed. */
    isPrivate?: boolean;
    /** Fills the window: no footer. */
    isFull?: boolean;
  }
}

const page = (
  path: string,
  component: RouteRecordRaw['component'],
  meta: RouteRecordRaw['meta'],
): RouteRecordRaw => ({ path, component, meta, props: true }) as RouteRecordRaw;

/** Every page there is. */
export const routes: RouteRecordRaw[] = [
  page('/', () => import('../pages/LandingPage.vue'), { messages: ['landing'], title: 'landing.title' }),
  page('/auth/callback', () => import('../pages/SignInPage.vue'), {
    messages: ['entry'],
    title: 'entry.signingIn',
  }),
  page('/welcome', () => import('../pages/WelcomePage.vue'), {
    messages: ['entry', 'settings'],
    title: 'entry.welcome',
  }),
  page('/privacy', () => import('../pages/PrivacyPage.vue'), {
    messages: ['privacy'],
    title: 'privacy.title',
  }),

  page('/s/:slug', () => import('../pages/AnswerPage.vue'), {
    messages: ['answer'],
    title: 'answer.title',
    isFull: true,
  }),
  page('/s/:slug/thanks', () => import('../pages/ThanksPage.vue'), {
    messages: ['answer', 'thanks', 'landing'],
    title: 'thanks.title',
  }),
  page('/receipt', () => import('../pages/ReceiptPage.vue'), {
    messages: ['answer', 'receipt'],
    title: 'receipt.title',
  }),

  page('/home', () => import('../pages/HomePage.vue'), {
    messages: ['home', 'traits'],
    title: 'home.title',
    isPrivate: true,
  }),
  page('/surveys/new', () => import('../pages/CreateSurveyPage.vue'), {
    messages: ['survey'],
    title: 'survey.create',
    isPrivate: true,
  }),
  page('/surveys/:id', () => import('../pages/SurveyPage.vue'), {
    messages: ['survey', 'making', 'traits'],
    title: 'survey.title',
    isPrivate: true,
  }),
  page('/practice', () => import('../pages/PracticePage.vue'), {
    messages: ['answer', 'practice'],
    title: 'practice.title',
    isPrivate: true,
    isFull: true,
  }),
  page('/personas/:id', () => import('../pages/PersonaPage.vue'), {
    messages: ['persona', 'making', 'traits'],
    title: 'persona.title',
    isPrivate: true,
  }),
  page('/personas/:id/chat', () => import('../pages/ChatPage.vue'), {
    messages: ['chat', 'traits'],
    title: 'chat.title',
    isPrivate: true,
    isFull: true,
  }),
  page('/compare', () => import('../pages/ComparePage.vue'), {
    messages: ['compare'],
    title: 'compare.title',
    isPrivate: true,
  }),
  page('/c/:code', () => import('../pages/InvitationPage.vue'), {
    messages: ['compare'],
    title: 'compare.invitation',
  }),
  page('/settings', () => import('../pages/SettingsPage.vue'), {
    messages: ['settings'],
    title: 'settings.title',
    isPrivate: true,
  }),
  page('/:unknown(.*)*', () => import('../pages/NotFoundPage.vue'), {
    messages: [],
    title: 'shell.notFound.title',
  }),
];

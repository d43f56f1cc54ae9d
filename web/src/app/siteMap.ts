/** What a page needs before it is shown, and how it is shown. */
export interface PageMeta {
  /** Files of i18n/messages/ that it needs. */
  messages: string[];
  /** Message key of its title. */
  title: string;
  /** Only for people who have signed in, stated their age and consented. */
  isPrivate?: boolean;
  /** Fills the window, without a footer. */
  isFull?: boolean;
}

/** A path of the app in the syntax of vue-router, and the name of its file, which ends in Page.vue. */
interface PageEntry extends PageMeta {
  path: string;
  page: string;
}

/**
 * Every page. Data only, because the build reads it too: the server then knows which files a page requests.
 */
export const siteMap: readonly PageEntry[] = [
  { path: '/', page: 'LandingPage', messages: ['landing'], title: 'landing.title' },
  { path: '/auth/callback', page: 'SignInPage', messages: ['entry'], title: 'entry.signingIn' },
  { path: '/welcome', page: 'WelcomePage', messages: ['entry', 'settings'], title: 'entry.before' },
  { path: '/privacy', page: 'PrivacyPage', messages: ['privacy'], title: 'privacy.title' },
  { path: '/s/:slug', page: 'AnswerPage', messages: ['answer'], title: 'answer.title', isFull: true },
  {
    path: '/s/:slug/thanks',
    page: 'ThanksPage',
    messages: ['answer', 'thanks', 'landing', 'traits'],
    title: 'thanks.title',
  },
  {
    path: '/p/:slug',
    page: 'PublicPersonaPage',
    messages: ['persona', 'traits', 'landing'],
    title: 'persona.public.title',
  },
  { path: '/receipt', page: 'ReceiptPage', messages: ['answer', 'receipt'], title: 'receipt.title' },
  { path: '/home', page: 'HomePage', messages: ['home', 'traits'], title: 'home.title', isPrivate: true },
  {
    path: '/surveys/new',
    page: 'CreateSurveyPage',
    messages: ['survey'],
    title: 'survey.create',
    isPrivate: true,
  },
  {
    path: '/surveys/:id',
    page: 'SurveyPage',
    messages: ['survey', 'making', 'traits', 'inbox', 'reasons'],
    title: 'survey.title',
    isPrivate: true,
  },
  {
    path: '/practice',
    page: 'PracticePage',
    messages: ['answer', 'practice'],
    title: 'practice.intro.title',
    isPrivate: true,
    isFull: true,
  },
  {
    path: '/personas/:id',
    page: 'PersonaPage',
    messages: ['persona', 'making', 'traits', 'reasons'],
    title: 'persona.title',
    isPrivate: true,
  },
  {
    path: '/personas/:id/chat',
    page: 'ChatPage',
    messages: ['chat', 'traits', 'reasons'],
    title: 'chat.title',
    isPrivate: true,
    isFull: true,
  },
  { path: '/compare', page: 'ComparePage', messages: ['compare'], title: 'compare.title', isPrivate: true },
  { path: '/c/:code', page: 'InvitationPage', messages: ['compare'], title: 'compare.invited' },
  {
    path: '/settings',
    page: 'SettingsPage',
    messages: ['settings', 'inbox'],
    title: 'settings.title',
    isPrivate: true,
  },
  { path: '/:unknown(.*)*', page: 'NotFoundPage', messages: [], title: 'shell.notFound.title' },
];

import './styles/tokens.css';
import './styles/foundation.css';
import urql from '@urql/vue';
import { createApp } from 'vue';
import { client } from './api/client';
import { healLostFiles } from './api/healLostFiles';
import App from './app/App.vue';
import { router } from './app/router';
import { currentLocale, i18n, showLocale } from './i18n/i18n';

/** Lets the browser paint, and take taps, between two pieces of work that are long for a phone. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function start(): Promise<void> {
  healLostFiles();
  await breath();
  const app = createApp(App).use(i18n).use(urql, client).use(router);
  // Words, page and the page's words come side by side, and are shown together: nothing moves afterwards.
  await Promise.all([showLocale(currentLocale(), false), router.isReady()]);
  await breath();
  app.mount('#app');
}

// Not awaited at the top: pages import what is in this file of the build, and would wait for it to end.
void start();

import { createApp } from 'vue';
import { failedChunks } from './api/failedChunks';
import { sleep } from './api/wait';
import App from './app/App.vue';
import { recoverFailedPages } from './app/recoverFailedPages';
import { router } from './app/router';
import { listClosed, takeOver } from './app/takeOver';
import { currentLocale, i18n, loadMessages, switchLocale } from './i18n/i18n';
import type { Locale } from './i18n/locales';
import './styles/foundation.css';
import './styles/tokens.css';

const place = document.querySelector('#app') ?? document.body;

async function start(): Promise<void> {
  failedChunks.watch();
  recoverFailedPages(router);
  // Between two tasks that are long for a phone, the browser can paint and handle taps.
  await sleep();
  // The router's first navigation replaces the address, and with it a tap on a link of the server's first screen.
  let tapped = '';
  const onTap = (): void => void (tapped = location.hash);
  addEventListener('hashchange', onTap);
  const app = createApp(App).use(i18n).use(router);
  // Messages and page load in parallel and are shown together, so that nothing moves afterwards.
  await Promise.all([loadMessages([]), router.isReady()]);
  removeEventListener('hashchange', onTap);
  if (tapped !== '') await router.replace({ ...router.currentRoute.value, hash: tapped });
  // A language that was chosen on the server's first screen.
  const list = place.querySelector('select');
  await listClosed(list);
  const option = list?.selectedOptions[0];
  const isChosen = option?.defaultSelected === false;
  await switchLocale(isChosen ? (option.value as Locale) : currentLocale(), isChosen);
  await sleep();
  takeOver(place, () => app.mount(place));
}

// Not awaited at the top level: pages import from this chunk, and would wait for it to finish.
start().catch((error: unknown) => {
  console.error(error);
  // See public/before-app.js.
  dispatchEvent(new Event('startfailed'));
});

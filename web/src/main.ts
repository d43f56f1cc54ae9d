import './styles/tokens.css';
import './styles/foundation.css';
import urql from '@urql/vue';
import { createApp } from 'vue';
import { client } from './api/client';
import { healLostFiles } from './api/healLostFiles';
import App from './app/App.vue';
import { router } from './app/router';
import { currentLocale, i18n, showLocale } from './i18n/i18n';

healLostFiles();
const app = createApp(App).use(i18n).use(urql, client).use(router);
// Words, page and the page's words come side by side, and are shown together: nothing moves afterwards.
await Promise.all([showLocale(currentLocale(), false), router.isReady()]);
app.mount('#app');

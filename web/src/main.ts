import './styles/tokens.css';
import './styles/foundation.css';
import urql from '@urql/vue';
import { createApp } from 'vue';
import { client } from './api/client';
import App from './app/App.vue';
import { router } from './app/router';
import { currentLocale, i18n, showLocale } from './i18n/i18n';

await showLocale(currentLocale(), false);
createApp(App).use(i18n).use(urql, client).use(router).mount('#app');

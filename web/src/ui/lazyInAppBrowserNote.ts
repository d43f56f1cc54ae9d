import { defineAsyncComponent } from 'vue';
import { loadMessages } from '../i18n/i18n';

/** InAppBrowserNote with its messages, loaded when it is shown: most people never need it. */
export const LazyInAppBrowserNote = defineAsyncComponent(async () => {
  await loadMessages(['entry']);
  return import('./InAppBrowserNote.vue');
});

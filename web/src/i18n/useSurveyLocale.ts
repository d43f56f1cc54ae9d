import { ref, watch } from 'vue';
import { useRoute } from 'vue-router';
import type { Locale } from '../api/generated/schema';
import { currentLocale, i18n, isLocaleChosen, switchLocale } from './i18n';
import { localeFromApi } from './locales';

/**
 * Shows the app in the language of the questions, unless the reader has chosen one.
 * @returns `isSettled`: whether the language is decided and its messages are loaded
 */
export function useSurveyLocale(locale: () => Locale | undefined) {
  const route = useRoute();
  const isSettled = ref(false);
  watch(
    locale,
    async (asked) => {
      if (asked === undefined) return;
      const next = localeFromApi[asked];
      if (!isLocaleChosen() && next !== currentLocale()) {
        await switchLocale(next, false);
        document.title = `${i18n.global.t(route.meta.title)} · Re:MirAI`;
      }
      isSettled.value = true;
    },
    { immediate: true },
  );
  return { isSettled };
}

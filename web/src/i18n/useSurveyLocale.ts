import { ref, watch } from 'vue';
import { useRoute } from 'vue-router';
import type { Locale } from '../api/generated/schema';
import { currentLocale, isLocaleChosen, setWindowTitle, switchLocale } from './i18n';
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
    async (surveyLocale) => {
      if (surveyLocale === undefined) return;
      const next = localeFromApi[surveyLocale];
      if (!isLocaleChosen() && next !== currentLocale()) {
        await switchLocale(next, false);
        setWindowTitle(route.meta.title);
      }
      isSettled.value = true;
    },
    { immediate: true },
  );
  return { isSettled };
}

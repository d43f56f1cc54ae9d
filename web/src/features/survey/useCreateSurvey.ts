import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Locale } from '../../api/generated/schema';
import { CreateSurveyDocument } from '../../api/operations/generated/CreateSurvey';
import { useAction } from '../../api/useAction';
import { useLoaded } from '../../api/useLoaded';
import { currentLocale } from '../../i18n/i18n';
import { localeToApi } from '../../i18n/locales';
import { NewSurveyDocument } from './operations/generated/NewSurvey';

/** The form that creates a survey. No field is required. */
export function useCreateSurvey() {
  const router = useRouter();
  const route = useRoute();
  const viewer = useLoaded(NewSurveyDocument, () => ({}));
  const { isBusy, failure, run } = useAction(CreateSurveyDocument);

  const name = ref('');
  const title = ref('');
  const locale = ref<Locale>(localeToApi[currentLocale()]);
  const isNameTouched = ref(false);
  watch(
    () => viewer.data.value?.viewer.displayName,
    (full) => {
      // Friends need no surname. The server makes the same guess if Google gives no given name.
      if (!isNameTouched.value) name.value = full?.split(/\s+/)[0] ?? '';
    },
    { immediate: true },
  );

  async function create(): Promise<void> {
    const { from } = route.query;
    const done = await run({
      input: {
        displayName: name.value.trim() || null,
        title: title.value.trim() || null,
        locale: locale.value,
        from: typeof from === 'string' ? from : null,
      },
    });
    // Replaced, so that the back button leads home and not to a form that would create another survey.
    if (done) await router.replace(`/surveys/${done.createSurvey.survey.id}`);
  }
  return {
    name: computed({
      get: () => name.value,
      set: (next) => {
        isNameTouched.value = true;
        name.value = next;
      },
    }),
    title,
    locale,
    isBusy,
    failure,
    create,
  };
}

import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { useAction } from '../../api/useAction';
import { useLoaded } from '../../api/useLoaded';
import { type Locale, localeToApi } from '../../i18n/locales';
import { answerInputs } from '../../questionnaire/answers';
import { drafts } from '../../questionnaire/drafts';
import { useQuestionnaire } from '../../questionnaire/useQuestionnaire';
import { AnswerAboutMyselfDocument } from './operations/generated/AnswerAboutMyself';
import { PracticeStartDocument } from './operations/generated/PracticeStart';
import { SelfQuestionsDocument } from './operations/generated/SelfQuestions';

type PracticeState = 'loading' | 'failed' | 'intro' | 'step' | 'few';

/**
 * Answering the questions about oneself, for a practice persona to chat with before any friend has answered.
 */
export function usePractice() {
  const router = useRouter();
  const { locale } = useI18n<[], Locale>();
  const apiLocale = computed(() => localeToApi[locale.value]);
  const start = useLoaded(PracticeStartDocument, () => ({}));
  const loaded = useLoaded(SelfQuestionsDocument, () => ({ locale: apiLocale.value }));
  const sending = useAction(AnswerAboutMyselfDocument);
  // Two people may share a device, and must not see each other's answers.
  const of = (): string | undefined => start.data.value && drafts.aboutMyself(start.data.value.viewer.id);
  const questions = () => loaded.data.value?.selfQuestions;
  const questionnaire = useQuestionnaire({ of, questions, isAboutFriend: false, onEnd: () => void send() });

  async function send(): Promise<void> {
    const [draft, draftName] = [questionnaire.draft.value, of()];
    if (draft === null || draftName === undefined) return;
    const answers = answerInputs(questionnaire.steps.value, draft);
    const done = await sending.run({ answers, locale: apiLocale.value });
    if (done === undefined) return;
    drafts.forget(draftName);
    await router.replace(`/personas/${done.answerAboutMyself.persona.id}`);
  }
  const state = computed((): PracticeState => {
    if (questionnaire.draft.value === null)
      return [start.state.value, loaded.state.value].includes('failed') ? 'failed' : 'loading';
    const { at } = questionnaire.place.value;
    return at === 'end' ? 'step' : at;
  });

  return {
    state,
    failure: computed(() => start.failure.value ?? loaded.failure.value),
    reload: () => Promise.all([start.reload(), loaded.reload()]),
    /** The practice persona of earlier answers. */
    persona: computed(() => start.data.value?.viewer.practicePersona ?? null),
    questionnaire,
    sending,
    send,
  };
}

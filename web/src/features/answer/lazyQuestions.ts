import { defineAsyncComponent, onUnmounted } from 'vue';
import { interruptibleWait } from '../../api/wait';
import QuestionnaireSkeleton from '../../questionnaire/QuestionnaireSkeleton.vue';

/** The introduction is on the screen by then. */
const LOAD_AFTER_MS = 300;
/** After a failure. The device's coming back online ends the wait. */
const RETRY_AFTER_MS = 5_000;

const loadQuestion = () => import('../../questionnaire/SurveyQuestion.vue');

/** Loaded while the introduction is read, so that the introduction shows sooner. */
export const LazySurveyQuestion = defineAsyncComponent({
  loader: loadQuestion,
  loadingComponent: QuestionnaireSkeleton,
  delay: 0,
  onError: (_error, retry) => void interruptibleWait(RETRY_AFTER_MS, true).ended.then(retry),
});

/** Starts loading the questions. A failure is handled where they are shown. */
export function loadQuestionsSoon(): void {
  const timer = setTimeout(() => void loadQuestion().catch(() => undefined), LOAD_AFTER_MS);
  onUnmounted(() => clearTimeout(timer));
}

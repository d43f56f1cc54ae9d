import { defineAsyncComponent, onUnmounted } from 'vue';
import QuestionnaireSkeleton from '../../questionnaire/QuestionnaireSkeleton.vue';

/** The introduction is on the screen by then. */
const LOAD_AFTER_MS = 300;

const loadQuestion = () => import('../../questionnaire/SurveyQuestion.vue');

/** Loaded while the introduction is read, so that the introduction shows sooner. */
export const LazySurveyQuestion = defineAsyncComponent({
  loader: loadQuestion,
  loadingComponent: QuestionnaireSkeleton,
  delay: 0,
});

/** Starts loading the questions. A failure is handled where they are shown. */
export function loadQuestionsSoon(): void {
  const timer = setTimeout(() => void loadQuestion().catch(() => undefined), LOAD_AFTER_MS);
  onUnmounted(() => clearTimeout(timer));
}

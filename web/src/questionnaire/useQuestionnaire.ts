import { computed, onUnmounted } from 'vue';
import { countRated, nextUnrated } from './answers';
import type { DraftAnswer } from './drafts';
import { firstUnanswered, type Place, placeAfter, placeToResume } from './navigation';
import { type Step, stepsOf } from './steps';
import { type DraftOptions, useAnswerDraft } from './useAnswerDraft';
import { useQuestionNavigation } from './useQuestionNavigation';

/** Long enough to see what was tapped, short enough not to feel like waiting. */
const CONFIRM_MS = 250;

/**
 * Answering questions one at a time. The draft is stored on the device.
 * @param options.onEnd called when the last question is answered
 */
export function useQuestionnaire(options: DraftOptions & { onEnd: () => void }) {
  const { draft, change } = useAnswerDraft(options);
  const time = useVisibleTime();
  const steps = computed<Step[]>(() =>
    draft.value === null
      ? []
      : stepsOf(options.questions() ?? [], draft.value.openText, options.isAboutFriend),
  );
  const navigation = useQuestionNavigation(draft, steps);
  let confirming: ReturnType<typeof setTimeout> | undefined;
  onUnmounted(() => clearTimeout(confirming));

  function moveTo(next: Place): void {
    clearTimeout(confirming);
    if (next.at === 'end') return options.onEnd();
    const target = next.at === 'step' ? steps.value[next.index] : undefined;
    const isSecondLook = draft.value?.isSecondLook === true && target?.kind === 'SCALE';
    if (target !== undefined) change({ at: target.id, isSecondLook });
    void navigation.goTo(next);
  }
  const forward = (): void => {
    if (draft.value !== null) moveTo(placeAfter(steps.value, draft.value, navigation.index.value));
  };

  function answer(next: DraftAnswer, isComplete: boolean): void {
    const step = navigation.step.value;
    if (step === undefined || draft.value === null) return;
    const elapsedMs = draft.value.elapsedMs + time.take();
    change({ given: { ...draft.value.given, [step.id]: next }, at: step.id, elapsedMs });
    clearTimeout(confirming);
    const isStillHere = (): boolean => navigation.step.value?.id === step.id;
    if (isComplete) confirming = setTimeout(() => isStillHere() && forward(), CONFIRM_MS);
  }

  return {
    ...navigation,
    draft,
    steps,
    /** The answer to the current step. */
    currentAnswer: computed(() =>
      navigation.step.value ? draft.value?.given[navigation.step.value.id] : undefined,
    ),
    /** How many statements are rated; null before the draft is loaded. */
    completeness: computed(() => draft.value && countRated(steps.value, draft.value)),
    /** The answered part, 0–1. */
    share: computed(() => (draft.value ? firstUnanswered(steps.value, draft.value) / steps.value.length : 0)),
    /** Stores an answer. If `isComplete`, the next question follows automatically. */
    answer,
    forward,
    begin(): void {
      // The time spent reading the introduction is not answering time.
      time.take();
      moveTo((draft.value && placeToResume(steps.value, draft.value)) ?? { at: 'step', index: 0 });
    },
    /** Shows the statements answered with "I can't tell" once more. */
    lookAgain(): void {
      change({ isSecondLook: true });
      if (draft.value) moveTo({ at: 'step', index: nextUnrated(steps.value, draft.value, 0) });
    },
  };
}

/**
 * Measures how long the page is visible, so that time with the phone in a pocket does not count as answering.
 */
function useVisibleTime() {
  let sum = 0;
  let since: number | null = document.hidden ? null : performance.now();
  const settle = (): void => {
    const now = performance.now();
    if (since !== null) sum += now - since;
    since = document.hidden ? null : now;
  };
  document.addEventListener('visibilitychange', settle);
  onUnmounted(() => document.removeEventListener('visibilitychange', settle));
  return {
    /** Visible milliseconds since the last call. */
    take(): number {
      settle();
      const elapsedMs = Math.round(sum);
      sum = 0;
      return elapsedMs;
    },
  };
}

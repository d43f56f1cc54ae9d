import { computed, nextTick, type Ref, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Draft } from './drafts';
import { hashOf, type Place, placeOf, placeToResume } from './navigation';
import type { Step } from './steps';

/**
 * Navigation between questions. The current place is in the address, so that a phone's back gesture goes one
 * question back and a reload shows the same one.
 */
export function useQuestionNavigation(draft: Ref<Draft | null>, steps: Ref<Step[]>) {
  const route = useRoute();
  const router = useRouter();
  const path = route.path;
  const place = computed<Place>(() =>
    draft.value === null ? { at: 'intro' } : placeOf(route.hash, steps.value, draft.value),
  );
  const index = computed(() => (place.value.at === 'step' ? place.value.index : -1));
  /**
   * After the first move, the focus follows the questions. The first view leaves it where the browser put it.
   */
  const hasMoved = ref(false);

  async function goTo(next: Place, how: 'push' | 'replace' = 'push'): Promise<void> {
    hasMoved.value = true;
    await router[how]({ path, hash: hashOf(next) });
  }
  // An address past the first unanswered question is corrected. Otherwise the page would advance with every
  // answer.
  watch(
    () => [route.hash, hashOf(place.value)] as const,
    ([requested, hash]) => {
      const isHere = draft.value !== null && route.path === path;
      if (isHere && requested !== hash) void router.replace({ path, hash });
    },
    { immediate: true },
  );
  // A person who opens the link again continues where they were. The introduction stays one step back.
  const stop = watch(
    draft,
    async (now) => {
      if (now === null) return;
      await nextTick(() => stop());
      const resumed = route.hash === '' ? placeToResume(steps.value, now) : null;
      if (resumed !== null) await router.push({ path, hash: hashOf(resumed) });
    },
    { immediate: true },
  );

  return {
    place,
    index,
    step: computed(() => steps.value[index.value]),
    hasMoved,
    goTo,
    back(): void {
      const previous: Place = index.value > 0 ? { at: 'step', index: index.value - 1 } : { at: 'intro' };
      // Uses the browser's history if it leads there. Otherwise the history would grow with every step back.
      if ((history.state as { back?: string } | null)?.back === path + hashOf(previous)) {
        hasMoved.value = true;
        router.back();
      } else void goTo(previous, 'replace');
    },
  };
}

import { onUnmounted, shallowRef, watch } from 'vue';
import { randomToken } from '../device/deviceToken';
import { type Draft, drafts, newDraft, restoreDraft } from './drafts';
import type { Question } from './steps';

export interface DraftOptions {
  /** The draft's name: a survey's slug, or `drafts.aboutMyself(…)`. Undefined until it is known. */
  of: () => string | undefined;
  questions: () => readonly Question[] | undefined;
  isAboutFriend: boolean;
}

/** A draft that is stored on the device with every change. If two tabs write, the last one wins. */
export function useAnswerDraft({ of, questions, isAboutFriend }: DraftOptions) {
  const draft = shallowRef<Draft | null>(null);

  function restore(): void {
    const [name, loaded] = [of(), questions()];
    if (name === undefined || loaded === undefined) return;
    // An untouched draft keeps its client key: the key belongs to the opened form.
    const fresh = newDraft(draft.value?.clientKey ?? randomToken(), loaded, Math.random());
    draft.value = restoreDraft(drafts.read(name), loaded, isAboutFriend, fresh);
  }
  watch([of, questions], restore, { immediate: true });
  // If another tab removed the draft, it has submitted it. The shown draft stays, and the receipt ends the
  // form.
  onUnmounted(drafts.follow(of, () => drafts.read(of() ?? '') !== null && restore()));

  return {
    draft,
    change(next: Partial<Draft>): void {
      const name = of();
      if (draft.value === null || name === undefined) return;
      draft.value = { ...draft.value, ...next };
      drafts.store(name, draft.value);
    },
  };
}

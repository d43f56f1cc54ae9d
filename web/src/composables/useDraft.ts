import { onUnmounted, shallowRef, watch } from 'vue';
import type { Draft } from '../answering/Draft';
import { drafts } from '../answering/drafts';
import { newDraft } from '../answering/newDraft';
import type { Question } from '../answering/Question';
import { randomToken } from '../answering/randomToken';
import { restoreDraft } from '../answering/restoreDraft';

export interface DraftOptions {
  /** Whose draft: a survey's slug, or `myself.<user id>`. Undefined until it is known. */
  of: () => string | undefined;
  questions: () => readonly Question[] | undefined;
  isAboutFriend: boolean;
}

/** Answers on their way, kept on the device with every change; of two tabs, the last one that writes. */
export function useDraft({ of, questions, isAboutFriend }: DraftOptions) {
  const draft = shallowRef<Draft | null>(null);

  function restore(): void {
    const [whose, asked] = [of(), questions()];
    if (whose === undefined || asked === undefined) return;
    // The key of a form that was opened and not begun stays: it is the form's.
    const fresh = newDraft(draft.value?.clientKey ?? randomToken(), asked, Math.random());
    draft.value = restoreDraft(drafts.read(whose), asked, isAboutFriend, fresh);
  }
  watch([of, questions], restore, { immediate: true });
  // Gone in another tab is sent in another tab: what is shown stays, and the receipt says the rest.
  onUnmounted(drafts.follow(of, () => drafts.read(of() ?? '') !== null && restore()));

  return {
    draft,
    change(next: Partial<Draft>): void {
      const whose = of();
      if (draft.value === null || whose === undefined) return;
      draft.value = { ...draft.value, ...next };
      drafts.keep(whose, draft.value);
    },
  };
}

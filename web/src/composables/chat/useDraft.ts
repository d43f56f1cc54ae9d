import { ref, watch } from 'vue';

/** What is being written to a mirror; a reload, or a look at another page, does not lose it. */
export function useDraft(personaId: string) {
  const key = `mirai.chat.draft.${personaId}`;
  const draft = ref(localStorage.getItem(key) ?? '');
  watch(draft, (text) => {
    try {
      if (text === '') localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    } catch {
      // A device that is full keeps no draft; writing goes on.
    }
  });
  return draft;
}

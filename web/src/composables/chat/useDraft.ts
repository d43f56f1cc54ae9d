import { ref, watch } from 'vue';
import { storage } from '../../device/storage';

/** What is being written to a mirror; a reload, or a look at another page, does not lose it. */
export function useDraft(personaId: string) {
  const key = `mirai.chat.draft.${personaId}`;
  const draft = ref(storage.get(key) ?? '');
  watch(draft, (text) => {
    if (text === '') storage.remove(key);
    else storage.set(key, text);
  });
  return draft;
}

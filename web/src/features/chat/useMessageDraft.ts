import { ref, watch } from 'vue';
import { storage } from '../../device/storage';

/** The unsent message to a persona. It survives a reload and a visit to another page. */
export function useMessageDraft(personaId: string) {
  const key = `mirai.chat.draft.${personaId}`;
  const draft = ref(storage.get(key) ?? '');
  watch(draft, (text) => {
    if (text === '') storage.remove(key);
    else storage.set(key, text);
  });
  return draft;
}

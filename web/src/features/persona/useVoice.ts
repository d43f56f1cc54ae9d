import { ref, watch } from 'vue';
import type { Archetype } from '../../api/generated/schema';
import { useAction } from '../../api/useAction';
import { ChooseVoiceDocument } from './operations/generated/ChooseVoice';

/**
 * The voice in which a persona speaks. Trying several in a row does not wait for each request: the last
 * choice wins.
 * @param voice the voice on the server; null is the persona's own
 */
export function useVoice(personaId: () => string, voice: () => Archetype | null) {
  const { isBusy, failure, run } = useAction(ChooseVoiceDocument);
  const chosen = ref(voice());
  // Another tab changed the voice.
  watch(voice, (now) => {
    if (!isBusy.value) chosen.value = now;
  });

  async function send(): Promise<void> {
    if (isBusy.value) return;
    let sent: Archetype | null | undefined;
    while (sent !== chosen.value) {
      sent = chosen.value;
      if ((await run({ personaId: personaId(), archetype: sent })) === undefined) {
        chosen.value = voice();
        return;
      }
    }
  }
  return { chosen, isBusy, failure, send };
}

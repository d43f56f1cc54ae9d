import { ref } from 'vue';
import type { CharacterCardFormat } from '../../api/generated/schema';
import { retryLast, useAction } from '../../api/useAction';
import { ExportCharacterCardDocument } from './operations/generated/ExportCharacterCard';

/** Downloads a persona as a character card, one file at a time. */
export function useCardExport(personaId: () => string) {
  const exporting = useAction(ExportCharacterCardDocument);
  const { attempt, retry } = retryLast();
  const chosen = ref<CharacterCardFormat>();

  const download = (format: CharacterCardFormat): Promise<void> =>
    attempt(async () => {
      if (exporting.isBusy.value) return;
      chosen.value = format;
      const made = await exporting.run({ personaId: personaId(), format });
      if (made === undefined) return;
      // As a download, so that a failure does not replace the app. Relative, so that it works under every name of
      // the server.
      const href = new URL(made.exportCharacterCard.url).pathname;
      Object.assign(document.createElement('a'), { href, download: '' }).click();
    });
  return { exporting, chosen, download, retry };
}

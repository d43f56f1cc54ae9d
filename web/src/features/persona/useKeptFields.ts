import { computed, ref } from 'vue';
import { retryLast, useAction } from '../../api/useAction';
import { useLoaded } from '../../api/useLoaded';
import { ImportCharacterCardDocument } from './operations/generated/ImportCharacterCard';
import { KeptFieldsDocument } from './operations/generated/KeptFields';
import { RemoveKeptFieldsDocument } from './operations/generated/RemoveKeptFields';
import type { CardFileProblem } from './readCardFile';
import { keptLines } from './rules/keptLines';

/** Brings a character card back that was changed in another app, and shows what is kept of it. */
export function useKeptFields(personaId: () => string) {
  const loaded = useLoaded(KeptFieldsDocument, () => ({ id: personaId() }));
  const importing = useAction(ImportCharacterCardDocument);
  const removing = useAction(RemoveKeptFieldsDocument);
  const { attempt, retry } = retryLast();
  const problem = ref<CardFileProblem>();
  /** A file was read just now that had nothing to keep. */
  const hadNothing = ref(false);
  const isReading = ref(false);
  const fields = computed(() => loaded.data.value?.persona.keptFields ?? []);

  /** @returns what is kept afterwards; undefined if the file could not be read or sent */
  async function send(file: File) {
    const { readCardFile, UnreadableCardFile } = await import('./readCardFile');
    const card = await readCardFile(file).catch((error: unknown) => {
      problem.value = error instanceof UnreadableCardFile ? error.problem : 'noCard';
      return undefined;
    });
    if (card === undefined) return undefined;
    const done = await importing.run({ personaId: personaId(), card });
    // Only the server parses a card.
    if (importing.failure.value?.field === 'card') problem.value = 'noCard';
    return done?.importCharacterCard.persona.keptFields;
  }

  async function bring(file: File): Promise<void> {
    if (isReading.value) return;
    problem.value = undefined;
    hadNothing.value = false;
    isReading.value = true;
    try {
      const kept = await send(file);
      hadNothing.value = kept?.length === 0;
      if (kept !== undefined) await loaded.reload();
    } finally {
      isReading.value = false;
    }
  }
  async function remove(): Promise<void> {
    hadNothing.value = false;
    if (await removing.run({ personaId: personaId() })) await loaded.reload();
  }

  return {
    lines: computed(() => keptLines(fields.value)),
    problem,
    hadNothing,
    isReading,
    isRemoving: removing.isBusy,
    failure: computed(() =>
      problem.value === undefined
        ? (importing.failure.value ?? removing.failure.value ?? loaded.failure.value)
        : null,
    ),
    bring: (file: File) => attempt(() => bring(file)),
    remove: () => attempt(remove),
    retry,
  };
}

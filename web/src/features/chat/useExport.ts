import { ref } from 'vue';
import { client } from '../../api/client';
import { type Failure, failureOf } from '../../api/failure';
import type { ExportFormat } from '../../api/generated/schema';
import { retryLast } from '../../api/useAction';
import { saveFile } from '../../device/saveFile';
import { ConversationExportDocument } from './operations/generated/ConversationExport';

/** Downloads the conversation as a file. */
export function useExport(personaId: string) {
  const busyFormat = ref<ExportFormat | null>(null);
  const failure = ref<Failure | null>(null);
  const { attempt, retry } = retryLast();
  return {
    busyFormat,
    failure,
    retry,
    exportAs: (format: ExportFormat): Promise<void> =>
      attempt(async () => {
        if (busyFormat.value !== null) return;
        busyFormat.value = format;
        try {
          const { data, error } = await client
            .query(ConversationExportDocument, { personaId, format }, { requestPolicy: 'network-only' })
            .toPromise();
          failure.value = error ? failureOf(error) : null;
          if (!data) return;
          const { filename, mediaType, content } = data.persona.conversationExport;
          saveFile(filename, mediaType, content);
        } catch (error) {
          failure.value = failureOf(error);
        } finally {
          busyFormat.value = null;
        }
      }),
  };
}

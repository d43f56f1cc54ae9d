import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useAction } from '../../api/useAction';
import { useLive } from '../../api/useLive';
import { useLoaded } from '../../api/useLoaded';
import { DataExportDocument } from './operations/generated/DataExport';
import { DataExportChangedDocument } from './operations/generated/DataExportChanged';
import type { DataExportPartsFragment } from './operations/generated/DataExportParts';
import { ExportMyDataDocument } from './operations/generated/ExportMyData';

/** A copy of everything that is the viewer's: asking for it, and its state while it is made. */
export function useDataExport() {
  const { locale } = useI18n();
  const { data, state, failure, reload } = useLoaded(DataExportDocument, () => ({}));
  const asking = useAction(ExportMyDataDocument);
  const copy = ref<DataExportPartsFragment | null>(null);
  watch(
    () => data.value?.viewer.dataExport,
    (loaded) => {
      if (loaded != null) copy.value = loaded;
    },
    { immediate: true },
  );
  useLive(
    DataExportChangedDocument,
    () => ({ id: copy.value?.id ?? '' }),
    ({ dataExportChanged }) => (copy.value = dataExportChanged),
    () => copy.value?.status !== 'PENDING',
  );
  return {
    state,
    failure,
    reload,
    copy,
    /** Relative, so that it works under every name of the server. */
    path: computed(() => (copy.value?.url ? new URL(copy.value.url).pathname : null)),
    /** Until when the copy can be downloaded, in the current language. */
    until: computed(() =>
      copy.value?.expiresAt
        ? new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(
            new Date(String(copy.value.expiresAt)),
          )
        : '',
    ),
    isAsking: asking.isBusy,
    askFailure: asking.failure,
    async ask(): Promise<void> {
      const asked = await asking.run({});
      if (asked) copy.value = asked.exportMyData.export;
    },
  };
}

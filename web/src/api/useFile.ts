import { onScopeDispose, ref, shallowRef, watch } from 'vue';

/**
 * A file of this server that is loaded before it is needed: browsers share a file only at once after a tap, and not
 * after a download.
 * @param wanted its address and the name that it gets on the device, or null while there is none
 */
export function useFile(wanted: () => { path: string; name: string } | null) {
  const file = shallowRef<File | null>(null);
  /** An address for showing the file. */
  const url = ref<string>();
  const hasFailed = ref(false);
  let loading = new AbortController();

  function drop(): void {
    loading.abort();
    if (url.value !== undefined) URL.revokeObjectURL(url.value);
    file.value = null;
    url.value = undefined;
    hasFailed.value = false;
  }
  async function load(): Promise<void> {
    drop();
    const now = wanted();
    if (now === null) return;
    const { signal } = (loading = new AbortController());
    try {
      const answer = await fetch(now.path, { signal });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const bytes = await answer.blob();
      // Another file may be wanted by now.
      if (signal.aborted) return;
      file.value = new File([bytes], now.name, { type: bytes.type });
      url.value = URL.createObjectURL(bytes);
    } catch {
      if (!signal.aborted) hasFailed.value = true;
    }
  }
  watch(() => wanted()?.path, load, { immediate: true });
  onScopeDispose(drop);
  return { file, url, hasFailed, load };
}

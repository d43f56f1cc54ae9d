import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { session } from './session';

/**
 * A file of this server that is loaded before it is needed: browsers share a file only at once after a tap, and not
 * after a download.
 * @param wanted its address and the name that it gets on the device, or null while there is none; a private file is
 *   for the signed-in person only
 */
export function useFile(wanted: () => { path: string; name: string; isPrivate?: boolean } | null) {
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
      const token = now.isPrivate === true ? await session.accessToken() : undefined;
      const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
      const answer = await fetch(now.path, { signal, headers });
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

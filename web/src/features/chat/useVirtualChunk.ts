import { inject, onMounted, onScopeDispose, ref, type Ref } from 'vue';
import { chatScrollKey } from './chatContext';

/**
 * Whether a chunk of the conversation is rendered. Only chunks near the visible part are, so that five
 * thousand messages scroll like fifty. A chunk that is not rendered keeps its height.
 * @param element the container of the chunk, which is always in the page
 */
export function useVirtualChunk(element: Ref<HTMLElement | null>) {
  const box = inject(chatScrollKey);
  /** Initially true, so that the chunk is measured. */
  const isRendered = ref(true);
  const height = ref('auto');

  function onNear(isNear: boolean): void {
    if (isNear === isRendered.value || element.value === null) return;
    height.value = isNear ? 'auto' : `${element.value.offsetHeight}px`;
    isRendered.value = isNear;
    // The height may have changed: the device was rotated, or the conversation has forked.
    void box?.keepPlace();
  }
  let end: (() => void) | undefined;
  onMounted(() => {
    if (element.value) end = box?.observe(element.value, onNear);
  });
  onScopeDispose(() => end?.());
  return { isRendered, height };
}

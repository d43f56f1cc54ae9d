import { inject, onMounted, onScopeDispose, ref, type Ref } from 'vue';
import { talkBox } from './talkBox';

/**
 * Whether a leaf of the talk is drawn: only near what is read, so that five thousand messages scroll like fifty. One that is
 * not drawn keeps its height.
 * @param element stands for the leaf, drawn or not
 */
export function useLeaf(element: Ref<HTMLElement | null>) {
  const box = inject(talkBox);
  /** At first it is, to be measured. */
  const isDrawn = ref(true);
  const height = ref('auto');

  function tell(isNear: boolean): void {
    if (isNear === isDrawn.value || element.value === null) return;
    height.value = isNear ? 'auto' : `${element.value.offsetHeight}px`;
    isDrawn.value = isNear;
    // It may be higher now than it was: the page was turned, or the talk has forked.
    void box?.keepPlace();
  }
  let end: (() => void) | undefined;
  onMounted(() => {
    if (element.value) end = box?.observe(element.value, tell);
  });
  onScopeDispose(() => end?.());
  return { isDrawn, height };
}

import { onMounted, onUnmounted } from 'vue';

/** Calls back when the person returns to this tab, so that changes made in other tabs are shown. */
export function onTabReturn(onReturn: () => void): void {
  const onVisibilityChange = (): void => {
    if (document.visibilityState === 'visible') onReturn();
  };
  onMounted(() => document.addEventListener('visibilitychange', onVisibilityChange));
  onUnmounted(() => document.removeEventListener('visibilitychange', onVisibilityChange));
}

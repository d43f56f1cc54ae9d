import { computed, ref } from 'vue';
import { storage } from '../device/storage';

type Theme = 'light' | 'dark';

const KEY = 'mirai.theme';
const system = matchMedia('(prefers-color-scheme: light)');
// public/before-app.js has set the attribute before the first paint.
const chosen = ref(
  import.meta.env.SSR ? undefined : (document.documentElement.dataset['theme'] as Theme | undefined),
);

function show(theme: Theme | undefined): void {
  chosen.value = theme;
  if (theme === undefined) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

// Another tab changed the theme.
addEventListener('storage', ({ key, newValue }) => {
  if (key === KEY) show(newValue === 'light' || newValue === 'dark' ? newValue : undefined);
});

/** The theme: the chosen one, or else the system's. */
export function useTheme() {
  function choose(next: Theme | 'system'): void {
    if (next === 'system') storage.remove(KEY);
    else storage.set(KEY, next);
    show(next === 'system' ? undefined : next);
  }
  return {
    choice: computed<Theme | 'system'>(() => chosen.value ?? 'system'),
    choose,
    toggle: (): void =>
      choose((chosen.value ?? (system.matches ? 'light' : 'dark')) === 'light' ? 'dark' : 'light'),
  };
}

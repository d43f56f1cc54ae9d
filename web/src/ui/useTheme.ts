import { computed, ref } from 'vue';
import { storage } from '../device/storage';

type Theme = 'light' | 'dark';

const KEY = 'mirai.theme';
const system = matchMedia('(prefers-color-scheme: light)');
const isSystemLight = ref(system.matches);
system.addEventListener('change', ({ matches }) => (isSystemLight.value = matches));
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

/** The current theme: the chosen one, or else the system's. */
export function useTheme() {
  const theme = computed<Theme>(() => chosen.value ?? (isSystemLight.value ? 'light' : 'dark'));
  function choose(next: Theme | 'system'): void {
    if (next === 'system') storage.remove(KEY);
    else storage.set(KEY, next);
    show(next === 'system' ? undefined : next);
  }
  return {
    theme,
    choice: computed<Theme | 'system'>(() => chosen.value ?? 'system'),
    choose,
    toggle: (): void => choose(theme.value === 'light' ? 'dark' : 'light'),
  };
}

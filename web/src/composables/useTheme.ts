import { computed, ref } from 'vue';

export type Theme = 'light' | 'dark';

const KEY = 'mirai.theme';
const system = matchMedia('(prefers-color-scheme: light)');
const isSystemLight = ref(system.matches);
system.addEventListener('change', ({ matches }) => (isSystemLight.value = matches));
// public/theme.js has set it before the first paint.
const chosen = ref(document.documentElement.dataset['theme'] as Theme | undefined);

/** The theme that is shown: the one chosen here, or else the system's. */
export function useTheme() {
  const theme = computed<Theme>(() => chosen.value ?? (isSystemLight.value ? 'light' : 'dark'));
  return {
    theme,
    toggle(): void {
      chosen.value = theme.value === 'light' ? 'dark' : 'light';
      document.documentElement.dataset['theme'] = chosen.value;
      localStorage.setItem(KEY, chosen.value);
    },
  };
}

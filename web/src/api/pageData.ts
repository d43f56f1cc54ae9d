import { parseStored } from '../device/storage';
import type { Locale } from '../i18n/locales';

/** What the server knew when it rendered the page's first screen. */
interface PageData {
  /** The language of the first screen. */
  language: Locale;
  /** The page's own path. */
  path: string;
  /** The result of the page's query; null if there is nothing at this path. */
  data?: unknown;
  /** Whether this is the demo, where a stand-in replaces Google. */
  isDemo: boolean;
}

/** Null if the server rendered no first screen. */
export const pageData = import.meta.env.SSR
  ? null
  : (parseStored(document.getElementById('page-data')?.textContent ?? null) as PageData | null);

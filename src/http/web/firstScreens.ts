import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '../request.js';
import { isFileNotFound } from './findFile.js';
import type { PersonaData } from './personaPage.js';

/**
 * What a page shows before the app starts, and without scripts. The values come from people; the screen escapes
 * them. Null: there is nothing at its path.
 */
export type FirstScreen =
  | { path: '/' }
  | { path: '/s/:slug'; survey: { ownerName: string; isOpen: boolean; hasLine: boolean } | null }
  | { path: '/p/:slug'; persona: PersonaData | null };

/** What the build makes of web/src/app/firstScreens.ts. */
interface BuiltScreens {
  renderFirstScreen(language: Language, screen: FirstScreen): Promise<string>;
}

const FILE = '.server/first-screens.js';
/** A screen takes about 2 ms to render and has up to 20 KB. */
const MAX_KEPT = 500;

/**
 * Renders first screens with the components of the app, as of its latest build, and keeps the latest ones.
 * @param folder folder of the web app
 * @returns HTML without inline scripts and styles; undefined if the build has no first screens
 */
export function createFirstScreens(folder: string) {
  const path = join(folder, FILE);
  let built: { at: number; screens: Promise<BuiltScreens> } | undefined;
  const kept = new Map<string, Promise<string>>();

  async function current(): Promise<BuiltScreens | undefined> {
    try {
      const at = (await stat(path)).mtimeMs;
      if (built?.at !== at) {
        kept.clear();
        built = { at, screens: import(`${pathToFileURL(path).href}?${at}`) as Promise<BuiltScreens> };
      }
      return await built.screens;
    } catch (error) {
      built = undefined;
      if (isFileNotFound(error)) return undefined;
      throw error;
    }
  }

  return async function render(language: Language, screen: FirstScreen): Promise<string | undefined> {
    const screens = await current();
    if (screens === undefined) return undefined;
    const key = JSON.stringify([language, screen]);
    const html = kept.get(key) ?? screens.renderFirstScreen(language, screen);
    // A failure is not kept.
    html.catch(() => kept.delete(key));
    // The most recently used is the last.
    kept.delete(key);
    kept.set(key, html);
    for (const oldest of kept.keys()) if (kept.size > MAX_KEPT) kept.delete(oldest);
    return html;
  };
}

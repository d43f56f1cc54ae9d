import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startStage } from '../bench/stage/startStage.js';
import { locales } from '../src/locale.js';
import { launchChromium } from './browser/launchChromium.js';
import { type Scene, SceneData } from './scenes/sceneData.js';
import { scenes } from './scenes/scenes.js';
import { contactSheet } from './screenshots/contactSheet.js';
import { takePictures, themes } from './screenshots/takePictures.js';

/**
 * Takes pictures of every page in every state, into screenshots/: `npm run screenshots`, or `npm run
 * screenshots -- chat` for the scenes with that word in their name. The product runs on a temporary database.
 */
const folder = 'screenshots';
const wanted = scenes.filter(({ name }) => process.argv.slice(2).every((word) => name.includes(word)));

await mkdir(folder, { recursive: true });
await using stage = await startStage();
await using browser = await launchChromium();
const execute = (sql: string, values: unknown[]): Promise<unknown> =>
  stage.app.services.orm.em.fork().execute(sql, values);
const dataByLocale = locales.map((locale) => new SceneData({ ...stage, execute }, locale));
const failed: string[] = [];

/** @returns how many pictures were taken */
async function picture(scene: Scene): Promise<number> {
  let count = 0;
  if (scene.model !== undefined) stage.model.script(scene.model);
  for (const data of scene.isLocalised === true ? dataByLocale : dataByLocale.slice(0, 1))
    for (const device of ['phone', 'desktop'] as const) {
      const language = data.locale === 'EN' ? '' : `-${data.locale.toLowerCase()}`;
      const nameOf = (theme: string): string => `${scene.name}-${device}-${theme}${language}.png`;
      try {
        await takePictures(browser, data, scene, device, (theme) => join(folder, nameOf(theme)));
        count += themes.length;
      } catch (error) {
        if (!browser.isConnected()) throw error;
        // A scene that fails must not prevent the pictures of the others.
        failed.push(`${nameOf('*')}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  stage.model.reset();
  return count;
}

for (const [at, scene] of wanted.entries())
  process.stdout.write(`${at + 1}/${wanted.length} ${scene.name}: ${await picture(scene)} pictures\n`);
// Includes pictures from earlier runs.
const files = (await readdir(folder)).filter((file) => file.endsWith('.png')).sort();
const of = ({ name }: Scene): string[] =>
  files.filter((file) => file.replace(/-(?:phone|desktop)-.*/, '') === name);
await writeFile(
  join(folder, 'index.html'),
  contactSheet(new Map(scenes.map((scene) => [scene.name, of(scene)]))),
);
for (const line of failed) process.stdout.write(`MISSING ${line}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

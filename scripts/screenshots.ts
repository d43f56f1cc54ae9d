import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startStage } from '../bench/stage/startStage.js';
import { launchChromium } from './browser/launchChromium.js';
import type { Scene } from './scenes/scene.js';
import { scenes } from './scenes/scenes.js';
import { World } from './scenes/world.js';
import { contactSheet } from './screenshots/contactSheet.js';
import { takePictures, themes } from './screenshots/takePictures.js';

/**
 * Pictures of every page in every state, into screenshots/: `npm run screenshots`, or `npm run screenshots -- chat` for the
 * scenes with that word in their name. The product runs on a database of its own, which is gone afterwards.
 */
const folder = 'screenshots';
const wanted = scenes.filter(({ name }) => process.argv.slice(2).every((word) => name.includes(word)));

await mkdir(folder, { recursive: true });
await using stage = await startStage();
await using browser = await launchChromium();
const worlds = (['EN', 'KO', 'JA'] as const).map((locale) => new World(stage, locale));
const failed: string[] = [];

/** @returns the names of its pictures */
async function picture(scene: Scene): Promise<string[]> {
  const files: string[] = [];
  if (scene.model !== undefined) stage.model.tell(scene.model);
  for (const world of scene.isSpoken === true ? worlds : worlds.slice(0, 1))
    for (const device of ['phone', 'desktop'] as const) {
      const language = world.locale === 'EN' ? '' : `-${world.locale.toLowerCase()}`;
      const nameOf = (theme: string): string => `${scene.name}-${device}-${theme}${language}.png`;
      try {
        await takePictures(browser, world, scene, device, (theme) => join(folder, nameOf(theme)));
        files.push(...themes.map(nameOf));
      } catch (error) {
        if (!browser.isConnected()) throw error;
        // One scene that does not come about must not cost the pictures of all others.
        failed.push(`${nameOf('*')}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  stage.model.forget();
  return files;
}

const taken = new Map<string, string[]>();
for (const [at, scene] of wanted.entries()) {
  const files = await picture(scene);
  taken.set(scene.name, files);
  process.stdout.write(`${at + 1}/${wanted.length} ${scene.name}: ${files.length} pictures\n`);
}
await writeFile(join(folder, 'index.html'), contactSheet(taken));
for (const line of failed) process.stdout.write(`MISSING ${line}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

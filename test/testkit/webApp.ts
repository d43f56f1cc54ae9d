import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderPicture } from '../../stand-ins/openai/pictures/glassPicture.js';
import { startTestApp, type TestApp } from './testApp.js';

const built = resolve(import.meta.dirname, '../../web/dist/index.html');

/**
 * The whole product with the built web app, as a browser gets it.
 * @param tokensPerSecond how fast the model talks; as fast as it can by default
 * @throws Error when the web app has not been built
 */
export async function startWebApp(
  env: Record<string, string> = {},
  tokensPerSecond?: number,
): Promise<TestApp> {
  if (!existsSync(built)) throw new Error('The web app is not built: npm run build:web.');
  return startTestApp({ env, tokensPerSecond, draw: renderPicture });
}

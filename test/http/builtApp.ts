import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { HttpDependencies } from '../../src/http/dependencies.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';
import { startTestServer, type TestServer } from './testServer.js';

/** What a build of the web app puts into a folder, and what must not come out of it: each of that holds "canary". */
export const builtFiles = {
  'index.html': '<!doctype html><html lang="en"><title>The app</title><div id="app"></div></html>',
  'before-app.js': 'document;',
  'manifest.en.webmanifest': '{}',
  'assets/app-B4x_z-1.js': 'console.log("the app");'.repeat(50),
  '.hidden/note.txt': 'a canary',
  '.vite/first-files.json': JSON.stringify({
    app: {
      script: 'assets/app-B4x_z-1.js',
      styles: [],
      fonts: { en: 'assets/latin-1.css', ko: 'assets/korean-1.css', ja: 'assets/japanese-1.css' },
    },
    pages: {
      '/c/:code': {
        files: ['assets/canary-1.js', 'assets/first-1.css'],
        words: { en: ['assets/en-1.js'], ko: ['assets/ko-1.js'], ja: ['assets/ja-1.js'] },
      },
    },
  }),
  '.env': 'a canary',
};

/** The edge with an app that is built. */
export interface BuiltApp extends AsyncDisposable {
  testServer: TestServer;
  /** A folder around the app's, for what else a test builds. */
  around: string;
}

/** Builds an app, each file compressed beside itself, and serves it. @param parts of the server to replace */
export async function builtApp(parts: Partial<HttpDependencies> = {}): Promise<BuiltApp> {
  await using opened = new AsyncDisposableStack();
  const { path: around } = opened.use(await temporaryFolder());
  const webFolder = join(around, 'dist');
  for (const folder of ['assets', '.hidden', '.vite'])
    await mkdir(join(webFolder, folder), { recursive: true });
  for (const [name, text] of Object.entries(builtFiles)) {
    await writeFile(join(webFolder, name), text);
    await writeFile(join(webFolder, `${name}.br`), brotliCompressSync(text));
    await writeFile(join(webFolder, `${name}.gz`), gzipSync(text));
  }
  await writeFile(join(around, 'outside.txt'), 'a canary');
  const testServer = opened.use(
    await startTestServer({ ORIGIN: 'https://mirai.example' }, { webFolder, ...parts }),
  );
  const closing = opened.move();
  return { testServer, around, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

import { fileURLToPath } from 'node:url';

/** Where `npm run build:web` puts the web app: beside src/, and so one level further up from the compiled files in dist/src/. */
export function webFolder(): string {
  const up = import.meta.url.endsWith('.ts') ? '../../..' : '../../../..';
  return fileURLToPath(new URL(`${up}/web/dist`, import.meta.url));
}

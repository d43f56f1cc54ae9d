import { fileURLToPath } from 'node:url';

/**
 * The output folder of `npm run build:web`. The compiled files in dist/src/ are one level deeper than src/.
 */
export function webFolder(): string {
  const up = import.meta.url.endsWith('.ts') ? '../../..' : '../../../..';
  return fileURLToPath(new URL(`${up}/web/dist`, import.meta.url));
}

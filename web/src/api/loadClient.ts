import type { Client } from '@urql/core';
import { loadFile } from './failedChunks';

/**
 * The client of the API, loaded when it is first needed: reading the first screen of a page does not take it.
 * @throws UnreachableServer if its file could not be loaded; the next call tries again
 */
export async function loadClient(): Promise<Client> {
  return (await loadFile(() => import('./client'))).client;
}

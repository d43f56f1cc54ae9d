import type { Client } from '@urql/core';
import { UnreachableServer } from './failure';

/**
 * The client of the API, loaded when it is first needed: reading the first screen of a page does not take it.
 * @throws UnreachableServer if its file could not be loaded; the next call tries again
 */
export async function loadClient(): Promise<Client> {
  try {
    return (await import('./client')).client;
  } catch (cause) {
    throw new UnreachableServer('The client of the API could not be loaded.', { cause });
  }
}

import type { Client } from '@urql/core';

/**
 * The client of the API, loaded when it is first needed: reading the first screen of a page and answering
 * questions does not take it.
 */
export const loadClient = async (): Promise<Client> => (await import('./client')).client;

/** Headers of the tabs that require sign-in. Subscriptions send the same header in connection_init. */
export const signedIn = '{ "authorization": "Bearer PASTE_THE_ACCESS_TOKEN_OF_SIGN_IN" }';

/** Initial content of a playground tab. */
export interface Tab {
  query: string;
  variables?: string;
  headers?: string;
}

/** Formats variables for the editor. */
export const variables = (value: object): string => JSON.stringify(value, null, 2);

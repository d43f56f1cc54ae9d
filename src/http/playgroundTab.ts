/** Headers of the tabs that require sign-in. Subscriptions send the same header in connection_init. */
export const signedInHeaders = '{ "authorization": "Bearer PASTE_THE_ACCESS_TOKEN_OF_SIGN_IN" }';

/** Initial content of a playground tab. */
export interface PlaygroundTab {
  query: string;
  variables?: string;
  headers?: string;
}

/** Formats variables for the editor. */
export const formatVariables = (value: object): string => JSON.stringify(value, null, 2);

/** Sent with the tabs that need someone signed in; the socket takes the same header into its connection_init. */
export const signedIn = '{ "authorization": "Bearer PASTE_THE_ACCESS_TOKEN_OF_SIGN_IN" }';

/** One tab of the playground, as it opens. */
export interface Tab {
  query: string;
  variables?: string;
  headers?: string;
}

/** As the editor shows them. */
export const variables = (value: object): string => JSON.stringify(value, null, 2);

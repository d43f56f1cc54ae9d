import { Client, fetchExchange } from '@urql/core';
import { RefreshDocument } from './operations/generated/Refresh';
import { SignInDocument } from './operations/generated/SignIn';

/** Sends no access token: it is used to get one. */
const bareClient = new Client({ url: '/graphql', exchanges: [fetchExchange], preferGetMethod: false });

/** Exchanges Google's ID token for the tokens of a session. */
export const requestTokens = (idToken: string, nonce: string) =>
  bareClient.mutation(SignInDocument, { idToken, nonce }).toPromise();

/** Exchanges a refresh token for the next pair. */
export const refreshTokens = (refreshToken: string) =>
  bareClient.mutation(RefreshDocument, { refreshToken }).toPromise();

import { z } from 'zod';

/** The app's OpenID Connect authorization request. */
export interface Authorization {
  client_id: string;
  redirect_uri: string;
  response_type: string;
  scope: string;
  nonce: string;
  state?: string;
}

/**
 * Parses a request as strictly as Google does. An invalid request is never redirected, because its redirect
 * address cannot be trusted either.
 * @param known the app's client id, and the addresses that sign-ins may redirect to
 * @returns the request, or the name of the first invalid parameter
 */
export function readAuthorization(
  query: unknown,
  known: { clientId: string; redirectUris: ReadonlySet<string> },
): { authorization: Authorization } | { wrong: string } {
  const parameters = z.object({
    client_id: z.literal(known.clientId),
    // Compared as text, like registered addresses: two spellings of one address are two addresses.
    redirect_uri: z.string().refine((address) => known.redirectUris.has(address)),
    response_type: z.literal('id_token'),
    scope: z
      .string()
      .max(200)
      .refine((scope) => scope.split(' ').includes('openid')),
    // Without a nonce, a token obtained elsewhere could be used to sign in here.
    nonce: z.string().min(1).max(512),
    state: z.string().max(1_024).optional(),
  });
  const parsed = parameters.safeParse(query);
  if (parsed.success) return { authorization: parsed.data };
  return { wrong: parsed.error.issues[0]?.path.join('.') ?? '' };
}

import { z } from 'zod';

/** What the app asks a sign-in for, as OpenID Connect has it. */
export interface Authorization {
  client_id: string;
  redirect_uri: string;
  response_type: string;
  scope: string;
  nonce: string;
  state?: string;
}

/**
 * Reads a request as strictly as Google does. Whatever is wrong, nobody is sent anywhere: the address to be sent to is a part
 * of what cannot be trusted then.
 * @param known the app's client id, and the addresses that sign-ins may lead back to
 * @returns the request; or the name of the first parameter that is wrong
 */
export function readAuthorization(
  query: unknown,
  known: { clientId: string; redirectUris: ReadonlySet<string> },
): { authorization: Authorization } | { wrong: string } {
  const parameters = z.object({
    client_id: z.literal(known.clientId),
    // Compared as text, as registered addresses are: two ways to write one address are two addresses.
    redirect_uri: z.string().refine((address) => known.redirectUris.has(address)),
    response_type: z.literal('id_token'),
    scope: z
      .string()
      .max(200)
      .refine((scope) => scope.split(' ').includes('openid')),
    // Without one a token that somebody else came by would sign in here.
    nonce: z.string().min(1).max(512),
    state: z.string().max(1_024).optional(),
  });
  const parsed = parameters.safeParse(query);
  if (parsed.success) return { authorization: parsed.data };
  return { wrong: parsed.error.issues[0]?.path.join('.') ?? '' };
}

import { expect, it } from 'vitest';
import { submission, threeFriends } from '../../client/friends.js';
import { limits } from '../../src/limits/rateLimits.js';
import { newSurvey } from '../testkit/seed.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { send } from './send.js';

// Behind a proxy, so that every friend has an address of their own and none is exempt.
const test = useApp({ env: { DEMO_SIGN_IN: 'open', TRUST_PROXY: 'true' } });
const owner = usePerson(test);

const mutation = 'mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { receipt } }';
let addresses = 0;

/** Submits from an address of its own. @returns the receipt or the error's code */
async function submit(input: object): Promise<string> {
  addresses += 1;
  const { text } = await send(`${test.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `198.51.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`,
    },
    body: JSON.stringify({ query: mutation, variables: { input } }),
  });
  const { data, errors } = JSON.parse(text) as {
    data?: { submitResponse: { receipt: string } };
    errors?: { extensions: { code: string } }[];
  };
  return errors?.[0]?.extensions.code ?? (data?.submitResponse.receipt ? 'OK' : text);
}
const outcomes = async (inputs: object[]): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const code of await Promise.all(inputs.map(submit))) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
const times = (count: number, make: () => object): object[] => Array.from({ length: count }, make);

it('only valid new responses use up a survey’s limit', async () => {
  const { slug } = await newSurvey(owner.client);
  const { points } = limits.submitPerSurvey;
  const response = (changes = {}) => submission(slug, threeFriends[0]!, changes);
  const first = response();
  expect(await submit(first)).toBe('OK');

  expect(await outcomes(times(points, () => response({ answers: [] })))).toEqual({ BAD_USER_INPUT: points });
  expect(await outcomes(times(points, () => first))).toEqual({ OK: points });
  const sameDevice = () => response({ fingerprint: first.fingerprint });
  expect(await outcomes(times(points, sameDevice))).toEqual({ DUPLICATE_RESPONSE: points });

  expect(await outcomes(times(points + 4, () => response()))).toEqual({ OK: points - 1, RATE_LIMITED: 5 });
});

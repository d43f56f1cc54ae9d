import { randomUUID } from 'node:crypto';
import { print } from 'graphql';
import { type FriendView, submission, threeFriends } from '../../client/friends.js';
import { SubmitResponseDocument } from '../../operations/generated/graphql.js';

/** Where the parts of a request that differ begin, in bytes. */
interface Template {
  bytes: Buffer;
  slug: number;
  clientKey: number;
  fingerprint: number;
}

/** The length of a UUID. The slugs of the surveys must have it too. */
const PLACE = 36;

function templateOf(view: FriendView): Template {
  const [slug, clientKey, fingerprint] = [randomUUID(), randomUUID(), randomUUID()];
  const input = submission(slug, view, { clientKey, fingerprint });
  const body = JSON.stringify({ query: print(SubmitResponseDocument), variables: { input } });
  const bytes = Buffer.from(
    'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\naccept: application/json\r\n' +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const place = (value: string): number => bytes.indexOf(value);
  return { bytes, slug: place(slug), clientKey: place(clientKey), fingerprint: place(fingerprint) };
}

/**
 * Prepares HTTP requests that submit a response. A request is a copy of a prepared one with other ids, so that
 * the generator costs little beside the server.
 * @param slugs of 36 characters; they take turns
 * @returns makes the next request
 */
export function createAnswerRequests(slugs: string[]): () => Buffer {
  if (slugs.some((slug) => slug.length !== PLACE)) throw new Error(`A slug must have ${PLACE} characters.`);
  const templates = threeFriends.map(templateOf);
  let made = 0;
  return () => {
    const { bytes, slug, clientKey, fingerprint } = templates[made % templates.length]!;
    const request = Buffer.from(bytes);
    request.write(slugs[made % slugs.length]!, slug, 'latin1');
    request.write(randomUUID(), clientKey, 'latin1');
    request.write(randomUUID(), fingerprint, 'latin1');
    made += 1;
    return request;
  };
}

import { type Exchange, makeResult, mapExchange, type Operation, type OperationResult } from '@urql/core';
import { seenCaches } from '../device/seenCaches';
import { session } from './session';

/** The queries of the pages that open offline as they were last seen. Conversations are not among them. */
const KEPT = new Set(['Home', 'PersonaPage', 'OwnSurvey', 'Notifications']);
/** Pages that are kept for each account, each with its pictures. */
const MOST = 60;

const nameOf = ({ query }: Operation): string | undefined =>
  query.definitions.flatMap((one) => ('name' in one ? [one.name?.value] : []))[0];

/** A path that the server does not have: the cache alone knows it. */
const pathOf = ({ key }: Operation): string => `/seen/${key}`;

const picturesIn = (data: unknown): string[] =>
  [...JSON.stringify(data).matchAll(/"(\/images\/[0-9a-f]{64}\.webp)"/g)].flatMap(([, path]) => path ?? []);

/** Keeps a result with its pictures, for the account that it was sent to. */
async function keep(account: string, { operation, data }: OperationResult): Promise<void> {
  const cache = await seenCaches.of(account);
  if (cache === undefined) return;
  await cache.put(pathOf(operation), new Response(JSON.stringify(data)));
  const known = await cache.keys();
  await Promise.all(known.slice(0, Math.max(0, known.length - MOST)).map((one) => cache.delete(one)));
  const pictures = picturesIn(data).filter((path) =>
    known.every(({ url }) => new URL(url).pathname !== path),
  );
  await Promise.allSettled(pictures.map((path) => cache.add(path)));
}

/** The result as it was last seen by the same account, if it was. */
async function recall(account: string, result: OperationResult): Promise<OperationResult> {
  const cache = await seenCaches.of(account);
  const seen = await cache?.match(pathOf(result.operation));
  return seen === undefined ? result : makeResult(result.operation, { data: (await seen.json()) as object });
}

async function onResult(result: OperationResult<unknown>): Promise<OperationResult> {
  const account = session.account();
  const { operation, data, error } = result;
  if (account === undefined || operation.kind !== 'query' || !KEPT.has(nameOf(operation) ?? ''))
    return result;
  try {
    if (error?.networkError !== undefined) return await recall(account, result);
    if (error === undefined && data != null) {
      // Not awaited: the page does not wait for it. The session may end meanwhile, and nothing may stay then.
      void keep(account, result)
        .finally(() => seenCaches.keepOnly(session.account()))
        .catch(() => {});
    }
  } catch {
    // Storage is blocked or full. The page then works as if nothing had been seen.
  }
  return result;
}

/** Keeps the results of some queries on the device, and answers with them while the server cannot be reached. */
export const seenResultsExchange = (): Exchange => mapExchange({ onResult });

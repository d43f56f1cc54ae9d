import DataLoader from 'dataloader';
import type { Context } from '../context.js';

/**
 * Makes a loader for one field of many objects. The loads that the resolvers of one request start together
 * become one call of `read`, so that the number of statements does not grow with the number of objects.
 *
 * Nothing is remembered between batches: the payload of a mutation and the next event of a subscription, whose
 * context lives long, read the database again.
 * @param read returns what it found, by key
 * @returns loads one key; undefined if it was not found
 */
export function batchLoad<Value>(
  read: (ctx: Context, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (ctx: Context, key: string) => Promise<Value | undefined> {
  const loaders = new WeakMap<Context, DataLoader<string, Value | undefined>>();
  const loaderOf = (ctx: Context): DataLoader<string, Value | undefined> => {
    const readAll = async (keys: readonly string[]): Promise<(Value | undefined)[]> => {
      const found = await read(ctx, [...new Set(keys)]);
      return keys.map((key) => found.get(key));
    };
    const loader = loaders.get(ctx) ?? new DataLoader(readAll, { cache: false });
    loaders.set(ctx, loader);
    return loader;
  };
  return (ctx, key) => loaderOf(ctx).load(key);
}

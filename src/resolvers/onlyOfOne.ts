import type { GraphQLResolveInfo } from 'graphql';
import { AppError } from '../errors.js';

/**
 * Keeps a costly field out of lists: a hundred surveys with a hundred messages each is a question no client of ours has.
 * @throws AppError QUERY_TOO_COMPLEX below any list
 */
export function onlyOfOne(info: GraphQLResolveInfo): void {
  for (let place: GraphQLResolveInfo['path'] | undefined = info.path; place !== undefined; place = place.prev)
    if (typeof place.key === 'number')
      throw new AppError(
        'QUERY_TOO_COMPLEX',
        `Ask for ${info.fieldName} of one at a time, by persona(id) or version(number).`,
      );
}

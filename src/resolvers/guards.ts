import type { GraphQLResolveInfo } from 'graphql';
import { AppError } from '../errors.js';

/**
 * Rejects a costly field inside a list. No client of ours needs, for example, a hundred surveys with a
 * hundred messages each.
 * @throws AppError QUERY_TOO_COMPLEX inside any list
 */
export function rejectInLists(info: GraphQLResolveInfo): void {
  for (let step: GraphQLResolveInfo['path'] | undefined = info.path; step !== undefined; step = step.prev)
    if (typeof step.key === 'number')
      throw new AppError(
        'QUERY_TOO_COMPLEX',
        `${info.fieldName} cannot be requested inside a list. Use persona(id) or version(number).`,
      );
}

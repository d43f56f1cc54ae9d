import { execute, type GraphQLError, parse } from 'graphql';
import type { Services } from '../../src/context.js';
import { openDatabase } from '../../src/database/openDatabase.js';
import { dataKeysOf, provideDataKeys } from '../../src/entities/sealed.js';
import { buildApiSchema } from '../../src/resolvers/index.js';

/** What one operation did. `statements` includes those that begin and end transactions. */
interface Run {
  data: unknown;
  errors: readonly GraphQLError[];
  statements: number;
  milliseconds: number;
}

/** The schema on database connections of its own, where no other work adds statements. */
export interface CountedApi extends AsyncDisposable {
  run(query: string, variables?: Record<string, unknown>): Promise<Run>;
}

/** Opens the schema for one viewer. Operations run one at a time, without HTTP and without its limits. */
export async function openCountedApi(
  databaseUrl: string,
  services: Services,
  userId: string,
): Promise<CountedApi> {
  const schema = await buildApiSchema();
  const orm = await openDatabase(databaseUrl);
  provideDataKeys(orm, dataKeysOf(services.orm.em));
  // The first use also checks the connection, which is no statement of an operation.
  await orm.em.fork().execute('select 1');
  const logger = orm.config.getLogger();
  let statements = 0;
  logger.setDebugMode(['query']);
  logger.logQuery = () => {
    statements += 1;
  };
  const viewer = { userId, sessionId: 'counted', expiresAt: new Date(Date.now() + 3_600_000) };
  return {
    async run(query, variables) {
      const document = parse(query);
      const contextValue = { ...services, orm, em: orm.em.fork(), viewer, address: '', requestId: 'counted' };
      statements = 0;
      const started = performance.now();
      const { data, errors = [] } = await execute({
        schema,
        document,
        variableValues: variables,
        contextValue,
      });
      return { data, errors, statements, milliseconds: performance.now() - started };
    },
    [Symbol.asyncDispose]: () => orm.close(true),
  };
}

import { inject } from 'vitest';
import { copyTemplate, type TestDatabase } from './templateDatabase.js';

/** A new database on the server of this run. */
export const createTestDatabase = (): Promise<TestDatabase> => copyTemplate(inject('postgresUrl'));

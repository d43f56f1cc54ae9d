import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * The revisions of rows that exist, by topic. A session has revision 1 once it is revoked, an export
 * once it is finished.
 */
const statements = {
  surveyProgressed: 'select id, revision from survey where id = any(cast(:ids as uuid[]))',
  personaChanged: 'select id, revision from persona where id = any(cast(:ids as uuid[]))',
  // A conversation is known by its persona, and may not have begun.
  conversationChanged: `select p.id, coalesce(c.revision, 0) as revision from persona p
    left join conversation c on c.persona_id = p.id where p.id = any(cast(:ids as uuid[]))`,
  dataExportChanged: `select id, case when status = 'PENDING' then 0 else 1 end as revision from data_export
    where id = any(cast(:ids as uuid[]))`,
  inboxChanged: 'select user_id as id, revision from inbox where user_id = any(cast(:ids as uuid[]))',
  sessionRevoked: `select id, case when revoked_at is null then 0 else 1 end as revision from session
    where id = any(cast(:ids as uuid[]))`,
};

/**
 * Reads the current revisions of many rows in one statement.
 * @param ids of rows; each must be a UUID
 * @returns revisions by id, without the rows that no longer exist
 */
export async function readRevisions(
  em: EntityManager,
  topic: keyof typeof statements,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await em.execute<{ id: string; revision: number }[]>(statements[topic], {
    ids: `{${ids.join(',')}}`,
  });
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

import type { Client } from 'pg';

/**
 * Creates a conversation with this many messages, alternately by the owner and the mirror, about 240
 * characters each.
 */
export async function seedMessages(db: Client, personaId: string, messages: number): Promise<void> {
  await db.query(
    `with made as (insert into conversation (id, persona_id) values (gen_random_uuid(), $1::uuid) returning id),
     numbered as materialized (select depth, gen_random_uuid() as id from generate_series(0, $2::int - 1) as depth)
     insert into message (id, conversation_id, parent_id, depth, sibling, active, role, text, status)
     select n.id, made.id, before.id, n.depth, 0, true, case when n.depth % 2 = 0 then 'USER' else 'PERSONA' end,
       repeat('What was said, word by word. ', 8) || n.depth, 'COMPLETE'
     from made, numbered n left join numbered before on before.depth = n.depth - 1`,
    [personaId, messages],
  );
}

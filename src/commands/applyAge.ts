import type { EntityManager } from '@mikro-orm/postgresql';
import type { AgeStanding } from '../entities/ageStanding.js';

interface Changed {
  id: string;
  revision: number;
}

/** What an age took back, for those who watch it. */
export interface Aged {
  surveys: Changed[];
  personas: Changed[];
  /** By their personas' ids. */
  conversations: Changed[];
}

/**
 * Brings what an account has in line with the age that was just said, in the caller's transaction. Whoever is not of age reads
 * nothing that friends wrote; whoever is too young is asked about nowhere, adds to no norms, and can be compared by nobody new.
 */
export async function applyAge(em: EntityManager, owner: string, standing: AgeStanding): Promise<Aged> {
  if (standing === 'ADULT') return { surveys: [], personas: [], conversations: [] };
  // In the order in which everybody locks: surveys, personas, conversations, messages. Another one would be a deadlock.
  const surveys = standing === 'TOO_YOUNG' ? await closeSurveys(em, owner) : [];
  await em.execute('select 1 from persona where owner_id = ? order by id for no key update', [owner]);
  const personas = await em.execute<Changed[]>(
    'update persona set revision = revision + 1 where owner_id = ? returning id, revision',
    [owner],
  );
  const theirs = 'persona_id in (select id from persona where owner_id = ? order by id)';
  const conversations = await em.execute<Changed[]>(
    `update conversation set revision = revision + 1 where ${theirs} returning persona_id as id, revision`,
    [owner],
  );
  await em.execute(
    `update message set evidence =
       (select coalesce(jsonb_agg(cited), '[]') from jsonb_array_elements(evidence) cited where cited ->> 'id' not like 'EV-Q%')
     where evidence is not null and conversation_id in (select id from conversation where ${theirs})`,
    [owner],
  );
  if (standing === 'TOO_YOUNG')
    await em.execute(
      'delete from comparison where accepter_id is null and inviter_id in (select id from persona where owner_id = ?)',
      [owner],
    );
  return { surveys, personas, conversations };
}

/** Closes what is open. What was agreed to about norms before is agreed to no more. */
const closeSurveys = (em: EntityManager, owner: string): Promise<Changed[]> =>
  em.execute<Changed[]>(
    `update survey set status = 'CLOSED', norm_consent = false, revision = revision + 1
     where id in (select id from survey where owner_id = ? and (status = 'OPEN' or norm_consent) order by id for no key update)
     returning id, revision`,
    [owner],
  );

import type { EntityManager } from '@mikro-orm/postgresql';
import type { AgeStatus } from '../entities/ageStanding.js';

interface Changed {
  id: string;
  revision: number;
}

/** The rows changed because of an age, to be published. */
export interface AgeChanges {
  surveys: Changed[];
  personas: Changed[];
  /** Identified by their personas' ids. */
  conversations: Changed[];
}

/**
 * Applies a newly stated age to an account's data, in the caller's transaction. A minor reads no quotes. For
 * an owner who is too young, surveys close, their consent to the norms ends, and open invitations to compare
 * are deleted.
 */
export async function applyAge(em: EntityManager, owner: string, ageStatus: AgeStatus): Promise<AgeChanges> {
  if (ageStatus === 'ADULT') return { surveys: [], personas: [], conversations: [] };
  // Locks in the usual order (surveys, personas, conversations, messages). A different order can deadlock.
  const surveys = ageStatus === 'TOO_YOUNG' ? await closeSurveys(em, owner) : [];
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
  if (ageStatus === 'TOO_YOUNG')
    await em.execute(
      'delete from comparison where accepter_id is null and inviter_id in (select id from persona where owner_id = ?)',
      [owner],
    );
  return { surveys, personas, conversations };
}

/** Closes open surveys and withdraws their consent to the norms. */
const closeSurveys = (em: EntityManager, owner: string): Promise<Changed[]> =>
  em.execute<Changed[]>(
    `update survey set status = 'CLOSED', norm_consent = false, revision = revision + 1
     where id in (select id from survey where owner_id = ? and (status = 'OPEN' or norm_consent) order by id for no key update)
     returning id, revision`,
    [owner],
  );

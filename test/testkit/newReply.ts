import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Conversation } from '../../src/entities/Conversation.js';
import { Message } from '../../src/entities/Message.js';
import { Persona } from '../../src/entities/Persona.js';
import { Survey } from '../../src/entities/Survey.js';
import { User } from '../../src/entities/User.js';

/**
 * Creates an empty reply that waits for its writer, with its conversation, persona, survey and owner.
 * @returns its id
 */
export async function newReply(em: EntityManager): Promise<string> {
  const unique = randomUUID();
  const owner = em.create(User, {
    id: randomUUID(),
    googleSub: unique,
    email: `${unique}@test.example`,
    displayName: 'Mina Park',
    givenName: 'Mina',
    createdAt: new Date(),
  });
  const survey = em.create(Survey, {
    id: randomUUID(),
    owner,
    slug: unique,
    title: null,
    ownerName: 'Mina',
    locale: 'EN',
    questionnaire: 'mini-ipip@1',
    deviceSecret: unique,
    createdAt: new Date(),
  });
  const persona = em.create(Persona, {
    id: randomUUID(),
    owner,
    survey,
    slug: `p-${unique}`,
    name: 'Mina',
    locale: 'EN',
  });
  const conversation = em.create(Conversation, { id: randomUUID(), persona });
  const reply = em.create(Message, {
    id: randomUUID(),
    conversation,
    parentId: null,
    depth: 0,
    sibling: 0,
    active: true,
    role: 'PERSONA',
    status: 'PENDING',
    createdAt: new Date(),
  });
  await em.flush();
  return reply.id;
}

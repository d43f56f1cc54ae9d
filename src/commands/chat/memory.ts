import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findOwnFact } from '../../access/chat.js';
import { findOwnPersona, findReadyPersona } from '../../access/persona.js';
import { assertOldEnough } from '../../access/viewer.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Fact, factText, MAX_FACTS, readFacts } from '../../entities/Fact.js';
import { Message, messageSummary } from '../../entities/Message.js';
import type { Persona } from '../../entities/Persona.js';
import { AppError } from '../../errors.js';
import { parseInput, userText } from '../input.js';
import { changeConversation } from './changeConversation.js';
import { reviewMemory } from './moderation.js';

const correctFactInput = z.object({ factId: z.string(), text: userText(280) });

/**
 * Corrects a remembered fact. If another fact already has the same text, the two are merged.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND; FORBIDDEN if the viewer is too young
 */
export async function correctFact(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  const { factId, text } = parseInput(correctFactInput, raw);
  await assertOldEnough(ctx, viewer);
  const { persona } = await findOwnFact(ctx, viewer, factId);
  await reviewMemory(ctx, viewer, text);
  await changeConversation(ctx, persona.id, async (em, conversation) => {
    const others = (await readFacts(em, conversation)).filter(
      (fact) => fact.id !== factId && fact.text === text,
    );
    await em.nativeDelete(Fact, { id: { $in: others.map(({ id }) => id) } });
    await em.nativeUpdate(Fact, { id: factId }, { text: factText.seal(em, factId, text), source: 'OWNER' });
  });
  return persona;
}

const correctSummaryInput = z.object({ personaId: z.string(), summary: userText(2_000).nullish() });

/**
 * Corrects the summary of the older part of a conversation, or has it forgotten if there is no text. A
 * forgotten part is not summarized again. Works for a withdrawn persona as well, because the owner may always
 * delete what is remembered.
 * @throws AppError BAD_USER_INPUT (also without a summary), NOT_FOUND; FORBIDDEN for a text if the viewer is
 *   too young
 */
export async function correctSummary(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  const { personaId, summary = null } = parseInput(correctSummaryInput, raw);
  if (summary !== null) await assertOldEnough(ctx, viewer);
  const persona = await findOwnPersona(ctx, viewer, personaId);
  if (summary !== null) await reviewMemory(ctx, viewer, summary);
  await changeConversation(ctx, personaId, async (em, conversation) => {
    const shown = { conversation, active: true, summary: { $ne: null } };
    const latest = await em.findOne(Message, shown, { orderBy: { depth: 'desc' } });
    if (latest === null)
      throw new AppError('BAD_USER_INPUT', 'summary: the conversation has no summary yet', {
        field: 'summary',
      });
    await em.execute('update conversation set memory_revision = revision where id = ?', [conversation]);
    // Older summaries and those on other paths may repeat the error, which must not come back after a fork.
    await em.execute("update message set summary = '' where conversation_id = ? and summary is not null", [
      conversation,
    ]);
    if (summary !== null) {
      const sealed = messageSummary.seal(em, latest.id, summary);
      await em.nativeUpdate(Message, { id: latest.id }, { summary: sealed });
    }
  });
  return persona;
}

/** Deletes a remembered fact. @throws AppError NOT_FOUND, also if it is already deleted */
export async function forgetFact(ctx: Context, viewer: Viewer, factId: string): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { persona } = await findOwnFact(ctx, viewer, factId);
  await changeConversation(ctx, persona.id, (em) => em.nativeDelete(Fact, { id: factId }));
  return persona;
}

const pinFactInput = z.object({ personaId: z.string(), text: userText(280) });

/**
 * Makes the persona remember a fact permanently. Idempotent for the same text.
 * @throws AppError BAD_USER_INPUT (also at the maximum number of facts), NOT_FOUND, PERSONA_NOT_READY;
 *   FORBIDDEN if the viewer is too young
 */
export async function pinFact(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  const { personaId, text } = parseInput(pinFactInput, raw);
  await assertOldEnough(ctx, viewer);
  const persona = await findReadyPersona(ctx, viewer, personaId);
  await reviewMemory(ctx, viewer, text);
  await changeConversation(ctx, personaId, async (em, conversation) => {
    const known = await readFacts(em, conversation);
    const same = known.find((fact) => fact.text === text);
    if (same !== undefined) {
      // From now on it is the owner's, and outlives the message that it was found in.
      await em.nativeUpdate(Fact, { id: same.id }, { source: 'OWNER', foundIn: null });
      return;
    }
    if (known.length >= MAX_FACTS)
      throw new AppError('BAD_USER_INPUT', `text: the mirror remembers at most ${MAX_FACTS} facts`, {
        field: 'text',
      });
    const id = randomUUID();
    await em.insert(Fact, { id, conversation, text: factText.seal(em, id, text), source: 'OWNER' });
  });
  return persona;
}

import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { findOwnPersona } from '../../access/persona.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { dayOf } from '../../entities/day.js';
import { Persona } from '../../entities/Persona.js';
import { isWritten, PersonaVersion } from '../../entities/PersonaVersion.js';
import { QuoteReport, quoteReports } from '../../entities/QuoteReport.js';
import { hashOfQuote, visibleQuotes } from '../../entities/redaction.js';
import { lockPersona } from '../../entities/transitions/personaVersion.js';
import { AppError, notFound } from '../../errors.js';
import { describeEvidence } from '../../measurement/describeEvidence.js';
import type { EvidencePack } from '../../measurement/evidence.js';
import { parseInput } from '../input.js';

const input = z.object({
  personaId: z.string(),
  version: z.number().int().nullish(),
  quoteId: z.string(),
  report: z.enum(quoteReports).nullish(),
});

/**
 * Hides a quote from its owner in every version that has it, and reports it if a reason is given. The friends
 * behind the quote stay unknown. Idempotent.
 * @throws AppError NOT_FOUND; BAD_USER_INPUT if the version or the quote does not exist; RATE_LIMITED
 */
export async function hideQuote(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { personaId, version: number, quoteId, report = null } = parseInput(input, raw);
  const { id } = await findOwnPersona(ctx, viewer, personaId);
  const { persona, conversation, version } = await ctx.em.fork().transactional(async (em) => {
    await lockPersona(em, id);
    const read = await findWrittenEvidence(em, id, number ?? null);
    const { evidence } = read;
    const text = evidence.quotes.find((quote) => quote.id === quoteId)?.text;
    if (text === undefined)
      throw new AppError('BAD_USER_INPUT', 'quoteId: that version has no such quote', { field: 'quoteId' });
    if (report !== null) await storeReport(em, { version: read.id, text, reason: report });
    const hidden = hashOfQuote(text);
    const [personaChange] = await em.execute<{ id: string; revision: number }[]>(
      `update persona set hidden_quotes = array_append(hidden_quotes, :hidden), revision = revision + 1
       where id = :id and not (:hidden = any(hidden_quotes)) returning id, revision`,
      { id, hidden },
    );
    return { persona: personaChange, conversation: await unciteHidden(em, id), version: read.id };
  });
  if (report !== null) ctx.log.info({ persona: id, version, reason: report }, 'quote reported');
  if (persona !== undefined) ctx.pubsub.publish('personaChanged', persona);
  if (conversation !== undefined) ctx.pubsub.publish('conversationChanged', conversation);
  return findOwnPersona(ctx, viewer, id);
}

/** @param number null for the shown version */
async function findWrittenEvidence(
  em: EntityManager,
  persona: string,
  number: number | null,
): Promise<{ id: string; evidence: EvidencePack }> {
  const { shown } = await em.findOneOrFail(Persona, persona, {
    fields: ['shown'],
    failHandler: notFound,
  });
  const wanted = number ?? shown;
  const version =
    wanted === null
      ? null
      : await em.findOne(
          PersonaVersion,
          { persona, number: wanted },
          { fields: ['evidence', 'status', 'failure'] },
        );
  if (version?.evidence == null || !isWritten(version))
    throw new AppError('BAD_USER_INPUT', 'version: no version with a text has this number', {
      field: 'version',
    });
  return { id: version.id, evidence: version.evidence };
}

async function storeReport(
  em: EntityManager,
  report: { version: string; text: string; reason: (typeof quoteReports)[number] },
): Promise<void> {
  const row = { ...report, id: randomUUID(), reportedOn: dayOf() };
  await em.createQueryBuilder(QuoteReport).insert(row).onConflict().ignore().execute();
}

/**
 * Removes hidden quotes from the evidence of replies. Locks the conversation before its messages; the reverse
 * could deadlock.
 */
async function unciteHidden(
  em: EntityManager,
  persona: string,
): Promise<{ id: string; revision: number } | undefined> {
  const [conversation] = await em.execute<{ id: string; revision: number }[]>(
    'update conversation set revision = revision + 1 where persona_id = ? returning persona_id as id, revision',
    [persona],
  );
  const visible = await visibleQuotes(em, persona);
  const versions = await em.find(
    PersonaVersion,
    { persona, evidence: { $ne: null } },
    { fields: ['evidence'] },
  );
  const cited = versions.flatMap(({ evidence }) => {
    const hidden = (evidence?.quotes ?? [])
      .filter(({ text }) => !visible.isVisible(text))
      .map(({ id }) => id);
    return evidence === null ? [] : describeEvidence(evidence, hidden).map(({ text }) => text);
  });
  await em.execute(
    `update message set evidence =
       (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(evidence) one
        where one ->> 'text' not in (select jsonb_array_elements_text(cast(:cited as jsonb))))
     where evidence is not null
       and conversation_id = (select id from conversation where persona_id = :persona)`,
    { persona, cited: JSON.stringify(cited) },
  );
  return conversation;
}

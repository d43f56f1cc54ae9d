import { z } from 'zod';
import { findOwnPersona } from '../../access/persona.js';
import type { Viewer } from '../../auth/tokens.js';
import type { KeptFields } from '../../characterCard/characterCard.js';
import { keptFieldsOf, UnreadableCard } from '../../characterCard/keptFields.js';
import type { Context } from '../../context.js';
import type { Persona } from '../../entities/Persona.js';
import { AppError } from '../../errors.js';
import { parseInput } from '../input.js';
import { replaceKeptFields } from './keptFields.js';

/** A request has at most 100 KiB. */
const MAX_BYTES = 96 * 1024;

const input = z.object({
  personaId: z.string(),
  card: z
    .string({ error: 'must be text' })
    .refine((json) => Buffer.byteLength(json) <= MAX_BYTES, { error: `must be at most ${MAX_BYTES} bytes` }),
});

/**
 * Keeps what the owner added to the character card of the viewer's persona in another program, instead of what was
 * kept before. The persona itself does not change: it is measured, so nothing that was written elsewhere becomes a part
 * of it.
 * @throws AppError NOT_FOUND; BAD_USER_INPUT if it is no card, or one that cannot be kept; RATE_LIMITED
 */
export async function importCharacterCard(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  await ctx.limits.take('picture', viewer.userId, ctx.address);
  const { personaId, card } = parseInput(input, raw);
  const { id } = await findOwnPersona(ctx, viewer, personaId);
  return replaceKeptFields(ctx, viewer, id, readCard(card));
}

/** @throws AppError BAD_USER_INPUT */
function readCard(card: string): KeptFields | null {
  try {
    return keptFieldsOf(card);
  } catch (error) {
    if (!(error instanceof UnreadableCard)) throw error;
    throw new AppError('BAD_USER_INPUT', `card: ${error.message}`, { field: 'card' });
  }
}

import { z } from 'zod';
import { findReadyPersona } from '../../access/persona.js';
import { characterCardFormats } from '../../auth/exportLinks.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { keptMs } from '../../retention.js';
import { parseInput } from '../input.js';

const input = z.object({ personaId: z.string(), format: z.enum(characterCardFormats) });

/**
 * Makes a link to the viewer's persona as a character card. The file itself is made when it is downloaded, so nothing
 * is stored and nothing outlives the persona.
 * @returns the link's address, and when it expires
 * @throws AppError NOT_FOUND, PERSONA_NOT_READY, RATE_LIMITED
 */
export async function exportCharacterCard(
  ctx: Context,
  viewer: Viewer,
  raw: unknown,
): Promise<{ url: string; expiresAt: Date }> {
  await ctx.limits.take('picture', viewer.userId, ctx.address);
  const { personaId, format } = parseInput(input, raw);
  const { id } = await findReadyPersona(ctx, viewer, personaId);
  const expiresAt = new Date(Math.floor((Date.now() + keptMs('characterCardLink')) / 1_000) * 1_000);
  const token = await ctx.exportLinks.sign({ kind: 'card', id, format }, expiresAt);
  return { url: `${ctx.origin}/exports/${token}`, expiresAt };
}

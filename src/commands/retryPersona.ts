import type { Context, Viewer } from '../context.js';
import type { Persona } from '../entities/Persona.js';
import { AppError } from '../errors.js';
import { illustratePersona, synthesizePersona } from '../queue/jobs.js';
import { ownPersona } from './ownPersona.js';

/**
 * Resumes a failed persona of the viewer at the step that failed. On one that has not failed it changes nothing, so a
 * double click is one retry.
 * @throws AppError NOT_FOUND; FORBIDDEN if trying again cannot help
 */
export async function retryPersona(ctx: Context, viewer: Viewer, personaId: string): Promise<Persona> {
  const persona = await ownPersona(ctx, viewer, personaId);
  if (persona.status !== 'FAILED' || persona.failure === null) return persona;
  if (!persona.failure.retryable)
    throw new AppError('FORBIDDEN', 'Trying again cannot help: the reason is in `failure`.');
  const { step } = persona.failure;

  await ctx.em.transactional(async (em) => {
    const [moved] = await em.execute<{ generation: number }[]>(
      `update persona set status = ?, generation = generation + 1, revision = revision + 1
       where id = ? and status = 'FAILED' and generation = ? returning generation`,
      [step, personaId, persona.generation],
    );
    if (moved === undefined) return;
    const job = step === 'SYNTHESIZING' ? synthesizePersona : illustratePersona;
    await ctx.queue.send(em, job, { personaId, generation: moved.generation });
  });
  const now = await ownPersona(ctx, viewer, personaId);
  ctx.pubsub.publish('personaChanged', { id: now.id, revision: now.revision });
  return now;
}

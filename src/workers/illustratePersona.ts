import { altText, illustrationPrompt } from '../ai/prompts/illustration.js';
import type { Services } from '../context.js';
import { Image } from '../entities/Image.js';
import { type Illustration, PersonaVersion } from '../entities/PersonaVersion.js';
import { updateVersion } from '../entities/transitions/personaVersion.js';
import type { EncodedImage } from '../images/encodeImage.js';
import { encodeIllustration, encodePortrait } from '../images/encodeIllustration.js';
import type { Locale } from '../locale.js';
import { patience } from '../modelSettings.js';
import { notifyOfReadyVersion } from '../notifications/notifyOwner.js';
import type { SagaStep, StepHandler } from '../queue/jobs.js';
import { callModel } from './callModel.js';
import { withCost } from './persona/stage.js';

/**
 * Step 2: has the image model draw the illustration and makes the version READY in the commit that stores it.
 * A practice persona gets a locally drawn portrait, because it is needed at once and not meant for sharing. So does
 * every persona if pictures are turned off.
 */
export const illustratePersona =
  (services: Services): StepHandler<SagaStep> =>
  async ({ versionId, generation, begunAt }, { signal, sentAt }) => {
    const since = sagaBegan({ begunAt }, sentAt);
    const here = { id: versionId, generation, status: 'GENERATING_IMAGE' as const };
    const version = await services.orm.em.fork().findOne(PersonaVersion, here, { populate: ['persona'] });
    if (version?.evidence == null || version.text === null) return;
    const { illustrator } = services.ai;
    if (illustrator === null || version.persona.getEntity().survey === null)
      return publishIllustration(services, version, await encodePortrait(versionId), { ...drawnHere, since });
    const prompt = illustrationPrompt(version.evidence, version.text.imagePrompt);
    const onUsage = services.budget.chargeTo(version.persona.getEntity().owner.id);
    const { encoded, cost } = await callModel(
      async () => {
        const { bytes, usage } = await illustrator.draw({ prompt, signal, onUsage });
        return { encoded: await encodeIllustration(bytes), cost: services.costOf(usage) };
      },
      // A local portrait can be shown instead, and until then nobody talks to the persona.
      { signal, mostCut: patience.pictureTries, outlasts: false },
    );
    await publishIllustration(services, version, encoded, { source: 'MODEL', cost, since });
  };

/** When the saga of a step began. A job of an older version of this server says nothing, and then the step counts. */
export const sagaBegan = ({ begunAt }: Pick<SagaStep, 'begunAt'>, sentAt: Date): Date =>
  begunAt === undefined ? sentAt : new Date(begunAt);

/** A picture that cost no model call. */
export const drawnHere = { source: 'LOCAL', cost: 0 } as const;

/** Alternative text for the picture of `encodePortrait`. */
const portraitAlt: Record<Locale, string> = {
  EN: 'A line-drawn portrait before a dusk sky.',
  KO: '노을 진 하늘 앞에 선으로 그린 초상.',
  JA: '夕暮れの空を背にした線画の肖像。',
};

/**
 * Stores the illustration with its cost, makes the version READY and notifies the owner in one commit, unless the
 * version has changed.
 * @param drawn who drew it, what it cost in US dollars, null if unknown, and since when the saga runs
 */
export async function publishIllustration(
  services: Services,
  version: PersonaVersion,
  encoded: EncodedImage[],
  { source, cost, since }: { source: Illustration['source']; cost: number | null; since: Date },
): Promise<void> {
  const { id, generation, evidence, text } = version;
  if (evidence === null || text === null) return;
  const provenance = version.provenance && withCost(version.provenance, cost);
  const illustration: Illustration = {
    alt:
      source === 'LOCAL'
        ? portraitAlt[evidence.subject.locale]
        : altText(evidence, text.imagePrompt, evidence.subject.locale),
    source,
    sizes: encoded.map(({ hash, width, height }) => ({ hash, width, height })),
  };
  const changes = await services.orm.em.fork().transactional(async (tx) => {
    const here = { id, generation, status: 'GENERATING_IMAGE' as const };
    const now = await updateVersion(tx, version.persona.id, here, {
      status: 'READY',
      illustration,
      provenance,
    });
    if (now === null) return null;
    await tx.insertMany(
      Image,
      encoded.map((image) => ({ ...image, version: id })),
    );
    const ended = { id, generation, number: version.number, personaId: version.persona.id };
    return { persona: now, inbox: await notifyOfReadyVersion(tx, services.queue, ended) };
  });
  if (changes === null) return;
  services.metrics.observeSaga('ready', since);
  services.pubsub.publish('personaChanged', changes.persona);
  if (changes.inbox !== null) services.pubsub.publish('inboxChanged', changes.inbox);
}

import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requireViewer } from '../../access/viewer.js';
import { exportCharacterCard } from '../../commands/persona/exportCharacterCard.js';
import { importCharacterCard } from '../../commands/persona/importCharacterCard.js';
import { removeKeptFields } from '../../commands/persona/keptFields.js';
import type { Context } from '../../context.js';
import { listOf } from '../../queryCost.js';
import {
  ExportCharacterCardInput,
  ImportCharacterCardInput,
  RemoveKeptFieldsInput,
} from '../../schema/persona/inputs.js';
import { KeptFieldType } from '../../schema/persona/KeptFieldType.js';
import {
  ExportCharacterCardPayload,
  ImportCharacterCardPayload,
  RemoveKeptFieldsPayload,
} from '../../schema/persona/payloads.js';
import { PersonaType } from '../../schema/persona/PersonaType.js';
import { batchLoad } from '../batchLoad.js';
import { keptFieldsView, readAllKeptFields } from './keptFieldsView.js';
import { personaView } from './personaView.js';

/** A persona as a file for other programs, and what comes back from them. */
@Resolver(() => PersonaType)
export class CharacterCardResolver {
  @Mutation(() => ExportCharacterCardPayload, {
    description:
      'Makes a link to a persona that is `READY` as a character card (V2 and V3), which SillyTavern, RisuAI and other programs read. The card holds what a public page would show, and the voice: no quote and nothing of the conversation. It also has what `importCharacterCard` has kept.',
  })
  exportCharacterCard(
    @Ctx() ctx: Context,
    @Arg('input', () => ExportCharacterCardInput, { description: 'Parameters for `exportCharacterCard`.' })
    input: ExportCharacterCardInput,
  ): Promise<ExportCharacterCardPayload> {
    return exportCharacterCard(ctx, requireViewer(ctx), input);
  }

  @Mutation(() => ImportCharacterCardPayload, {
    description:
      'Keeps what the owner added to the character card of a persona in another program: greetings, a lorebook, tags, notes and all fields that this API does not know. The next card has them again. What was measured does not change, and what was kept of an earlier import is replaced.',
  })
  async importCharacterCard(
    @Ctx() ctx: Context,
    @Arg('input', () => ImportCharacterCardInput, { description: 'Parameters for `importCharacterCard`.' })
    input: ImportCharacterCardInput,
  ): Promise<ImportCharacterCardPayload> {
    return { persona: await personaView(ctx.em, await importCharacterCard(ctx, requireViewer(ctx), input)) };
  }

  @Mutation(() => RemoveKeptFieldsPayload, {
    description: 'Deletes all kept fields of a persona. Has no effect if there are none.',
  })
  async removeKeptFields(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveKeptFieldsInput, { description: 'Parameters for `removeKeptFields`.' })
    input: RemoveKeptFieldsInput,
  ): Promise<RemoveKeptFieldsPayload> {
    return { persona: await personaView(ctx.em, await removeKeptFields(ctx, requireViewer(ctx), input)) };
  }

  @FieldResolver(() => [KeptFieldType], {
    complexity: listOf(20, 10),
    description:
      'What `importCharacterCard` has kept for the next character card. Nothing else uses it. At most 100 fields.',
  })
  async keptFields(@Ctx() ctx: Context, @Root() { id }: PersonaType): Promise<KeptFieldType[]> {
    const kept = await keptFields(ctx, id);
    return kept === undefined ? [] : keptFieldsView(kept);
  }
}

const keptFields = batchLoad((ctx, ids) => readAllKeptFields(ctx.em, ids));

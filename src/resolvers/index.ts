import type { GraphQLSchema } from 'graphql';
import 'reflect-metadata';
import { buildSchema, type PubSub } from 'type-graphql';
import { inSpan } from '../telemetry/spans.js';
import '../schema/enums.js';
import { AccountResolver } from './account/AccountResolver.js';
import { DataExportResolver } from './account/DataExportResolver.js';
import { NotificationResolver } from './account/NotificationResolver.js';
import { SessionResolver } from './account/SessionResolver.js';
import { ViewerResolver } from './account/ViewerResolver.js';
import { ConversationResolver } from './chat/ConversationResolver.js';
import { MessageResolver } from './chat/MessageResolver.js';
import { ComparisonResolver } from './comparison/ComparisonResolver.js';
import { CharacterCardResolver } from './persona/CharacterCardResolver.js';
import { PersonaResolver } from './persona/PersonaResolver.js';
import { PersonaVersionResolver } from './persona/PersonaVersionResolver.js';
import { PracticeResolver } from './persona/PracticeResolver.js';
import { PublicationResolver } from './persona/PublicationResolver.js';
import { QuoteResolver } from './persona/QuoteResolver.js';
import { VersionResolver } from './persona/VersionResolver.js';
import { ResponseResolver } from './survey/ResponseResolver.js';
import { SurveyResolver } from './survey/SurveyResolver.js';

/** Required by type-graphql, although every subscription here has its own source: see pubsub/follow.ts. */
const unusedPubSub: PubSub = {
  publish: () => {
    throw new Error('Not used: commands and workers publish events.');
  },
  subscribe: () => {
    throw new Error('Not used: every subscription has its own source.');
  },
};

/** Runs each mutation, which is one call of a command, in a span with its name. */
function traceCommands(built: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(built.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (resolve !== undefined)
      field.resolve = (...args) =>
        inSpan(`command ${field.name}`, {}, async (): Promise<unknown> => resolve(...args));
  }
  return built;
}

let schema: Promise<GraphQLSchema> | undefined;

/**
 * Builds the schema once for the whole process, because type-graphql keeps its metadata globally. Its own
 * validation is off, because the commands validate input.
 */
export function buildApiSchema(): Promise<GraphQLSchema> {
  schema ??= buildSchema({
    resolvers: [
      SessionResolver,
      AccountResolver,
      DataExportResolver,
      ViewerResolver,
      NotificationResolver,
      SurveyResolver,
      ResponseResolver,
      CharacterCardResolver,
      PersonaResolver,
      PersonaVersionResolver,
      VersionResolver,
      QuoteResolver,
      PublicationResolver,
      PracticeResolver,
      ConversationResolver,
      MessageResolver,
      ComparisonResolver,
    ],
    validate: false,
    pubSub: unusedPubSub,
  }).then(traceCommands);
  return schema;
}

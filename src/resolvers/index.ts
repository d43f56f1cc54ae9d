import type { GraphQLSchema } from 'graphql';
import 'reflect-metadata';
import { buildSchema, type PubSub } from 'type-graphql';
import '../schema/enums.js';
import { AccountResolver } from './account/AccountResolver.js';
import { SessionResolver } from './account/SessionResolver.js';
import { ViewerResolver } from './account/ViewerResolver.js';
import { ConversationResolver } from './chat/ConversationResolver.js';
import { MessageResolver } from './chat/MessageResolver.js';
import { ComparisonResolver } from './comparison/ComparisonResolver.js';
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
      ViewerResolver,
      SurveyResolver,
      ResponseResolver,
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
  });
  return schema;
}

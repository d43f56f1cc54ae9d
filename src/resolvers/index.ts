import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type PubSub } from 'type-graphql';
import '../schema/enums.js';
import { AccountResolver } from './AccountResolver.js';
import { ComparisonResolver } from './ComparisonResolver.js';
import { ConversationResolver } from './ConversationResolver.js';
import { MessageResolver } from './MessageResolver.js';
import { PersonaResolver } from './PersonaResolver.js';
import { PracticeResolver } from './PracticeResolver.js';
import { PersonaVersionResolver } from './PersonaVersionResolver.js';
import { VersionResolver } from './VersionResolver.js';
import { QuoteResolver } from './QuoteResolver.js';
import { ResponseResolver } from './ResponseResolver.js';
import { SessionResolver } from './SessionResolver.js';
import { SurveyResolver } from './SurveyResolver.js';
import { ViewerResolver } from './ViewerResolver.js';

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

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

/** type-graphql asks for one although every subscription here brings its own source: see pubsub/follow.ts. */
const unused: PubSub = {
  publish: () => {
    throw new Error('Events are published by commands and workers.');
  },
  subscribe: () => {
    throw new Error('Subscriptions follow rows.');
  },
};

let schema: Promise<GraphQLSchema> | undefined;

/** The one schema of the process: type-graphql keeps its metadata globally, so it is built once. Input is checked by the commands. */
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
    pubSub: unused,
  });
  return schema;
}

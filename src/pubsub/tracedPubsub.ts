import { tracer } from '../telemetry/spans.js';
import { SpanKind } from '@opentelemetry/api';
import type { Pubsub } from './pubsub.js';

/**
 * Gives each event a span in the trace of what caused it. Pieces of a reply come by the hundred and in the turn of
 * another reply, so only its end has one. Who receives an event is not traced: events carry ids and nothing else.
 */
export const tracedPubsub = (pubsub: Pubsub): Pubsub => ({
  publish(topic, event) {
    if (!('text' in event) || event.status !== 'STREAMING')
      tracer()
        .startSpan(`publish ${topic}`, {
          kind: SpanKind.PRODUCER,
          attributes: { 'messaging.operation.type': 'send', 'messaging.destination.name': topic },
        })
        .end();
    pubsub.publish(topic, event);
  },
  subscribe: (topic, id) => pubsub.subscribe(topic, id),
  check: () => pubsub.check(),
  [Symbol.asyncDispose]: () => pubsub[Symbol.asyncDispose](),
});

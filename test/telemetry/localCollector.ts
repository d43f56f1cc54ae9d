import { createServer, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

interface Attribute {
  key: string;
  value: {
    stringValue?: string;
    intValue?: number | string;
    arrayValue?: { values: { stringValue?: string }[] };
  };
}

/** A span as it comes over the wire. */
interface WireSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: Attribute[];
  events?: unknown[];
  links?: { traceId: string }[];
  status: { code?: number; message?: string };
}

export interface CollectedSpan extends Omit<WireSpan, 'attributes'> {
  attributes: Record<string, string | number | undefined>;
}

/** A collector of traces on this machine. */
export interface LocalCollector extends AsyncDisposable {
  /** The address for OTEL_EXPORTER_OTLP_ENDPOINT. */
  url: string;
  /** All spans that arrived, in order. */
  spans: CollectedSpan[];
  /** The bodies as they came. */
  bodies: string[];
  requests: { path: string | undefined; headers: IncomingHttpHeaders }[];
}

const valueOf = ({ value }: Attribute): string | number | undefined =>
  value.stringValue ??
  (value.intValue === undefined
    ? value.arrayValue?.values.map(({ stringValue }) => stringValue).join()
    : Number(value.intValue));

/** Starts a collector that takes OTLP over HTTP, as JSON. */
export async function startLocalCollector(): Promise<LocalCollector> {
  const spans: CollectedSpan[] = [];
  const bodies: string[] = [];
  const requests: LocalCollector['requests'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      requests.push({ path: request.url, headers: request.headers });
      bodies.push(body);
      const { resourceSpans } = JSON.parse(body) as {
        resourceSpans: { scopeSpans: { spans: WireSpan[] }[] }[];
      };
      for (const span of resourceSpans.flatMap(({ scopeSpans }) => scopeSpans).flatMap((one) => one.spans)) {
        const attributes = Object.fromEntries(span.attributes.map((one) => [one.key, valueOf(one)]));
        spans.push({ ...span, attributes });
      }
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bodies,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

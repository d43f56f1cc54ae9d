import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { playgroundTabs } from './tabs.js';

/** Serializes a value as JSON that cannot close the surrounding script element. */
const toScriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * The script that starts GraphiQL. GraphiQL stores its tabs in the browser. Because it opens a socket for
 * each subscription, the script reads the authorization header of the active tab at that time. It does not
 * change the address bar, because `?query=` is for programs.
 */
const playgroundScript = `
const tabs = ${toScriptJson(playgroundTabs)};
tabs[0].query = tabs[0].query.replace('http://localhost:4000', location.origin);
const prefixed = (key) => 're-mirai:' + key;
// Playgrounds of other projects on the same origin store their tabs under the same keys.
const storage = {
  get length() { return Object.keys(localStorage).filter((key) => key.startsWith(prefixed(''))).length; },
  getItem: (key) => localStorage.getItem(prefixed(key)),
  setItem: (key, value) => localStorage.setItem(prefixed(key), value),
  removeItem: (key) => localStorage.removeItem(prefixed(key)),
  clear: () => Object.keys(localStorage).filter((key) => key.startsWith(prefixed(''))).forEach((key) => localStorage.removeItem(key)),
};
// GraphiQL fills the first tab from storage and not from its defaults. Without this, its variables are empty.
if (storage.getItem('graphiql:tabState') === null)
  for (const part of ['query', 'variables', 'headers']) storage.setItem('graphiql:' + part, tabs[0][part] ?? '');
// The schema requires no sign-in, so an expired token in a tab must not hide the documentation.
const originalFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
  if (!String(init?.body).includes('"operationName":"IntrospectionQuery"')) return originalFetch(input, init);
  const headers = new Headers(init.headers);
  headers.delete('authorization');
  return originalFetch(input, { ...init, headers });
};
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
  title: 'Re:MirAI',
  defaultTabs: tabs,
  storage,
  subscriptionsProtocol: 'WS',
  onEditQuery: () => undefined,
  connectionParams: async () => {
    // GraphiQL stores its tabs 600 ms after an edit.
    await new Promise((resolve) => setTimeout(resolve, 700));
    const state = JSON.parse(storage.getItem('graphiql:tabState'));
    const headers = JSON.parse(state.tabs[state.activeTabIndex].headers || '{}');
    const authorization = headers.authorization ?? headers.Authorization;
    if (!authorization) return {};
    // GraphiQL silently retries a socket five times if its token is rejected. This request shows the reason
    // at once.
    const probe = await originalFetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: '{"query":"{__typename}"}',
    });
    const { errors } = await probe.json();
    if (errors) throw new Error(errors[0].message);
    return { authorization };
  },
});
`;

interface PlaygroundPage {
  html: Buffer;
  gzipped: Buffer;
  etag: string;
  /** Allows exactly the two scripts on the page, by their hashes, and connections to the same origin. */
  contentSecurityPolicy: string;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

async function graphiql(): Promise<{ script: string; css: string; favicon: string }> {
  // Nine megabytes of GraphiQL, its editor and the editor's workers, loaded when the page is first requested.
  const { js, css, favicon, editorWorkerService, jsonWorker, graphqlWorker } =
    await import('@graphql-yoga/render-graphiql/graphiql');
  const workers = toScriptJson({ editorWorkerService, json: jsonWorker, graphql: graphqlWorker });
  const script = `
const sources = ${workers};
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) =>
    URL.createObjectURL(new Blob([sources[label] ?? sources.editorWorkerService], { type: 'application/javascript' })),
};
${js};
`;
  return { script, css, favicon };
}

/** Renders the playground as one page that loads no other files. */
async function renderPlayground(): Promise<PlaygroundPage> {
  const { script, css, favicon } = await graphiql();
  const html = Buffer.from(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Re:MirAI playground</title>
<link rel="icon" href="${favicon}">
<style>${css}
/* GraphiQL's own tabs move away under the first click. */
.graphiql-tab { transform: none !important }</style>
</head>
<body class="no-focus-outline">
<noscript>The playground needs JavaScript.</noscript>
<div id="root"></div>
<script>${script}</script>
<script>${playgroundScript}</script>
</body>
</html>
`);
  return {
    html,
    gzipped: await promisify(gzip)(html),
    etag: `"${createHash('sha256').update(html).digest('hex')}"`,
    contentSecurityPolicy: [
      "default-src 'none'",
      `script-src 'sha256-${hash(script)}' 'sha256-${hash(playgroundScript)}'`,
      // The editor adds style sheets at run time.
      "style-src 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self' data:",
      "connect-src 'self'",
      'worker-src blob:',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  };
}

let rendered: Promise<PlaygroundPage> | undefined;

/** Sends the playground. It is the same for every caller and rendered once. */
export async function sendPlayground(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  rendered ??= renderPlayground().catch((error: unknown) => {
    // A failure is not cached: the next request tries again.
    rendered = undefined;
    throw error;
  });
  const page = await rendered;
  void reply.headers({
    etag: page.etag,
    vary: 'accept, accept-encoding',
    'cache-control': 'no-cache',
    'content-security-policy': page.contentSecurityPolicy,
  });
  if (request.headers['if-none-match'] === page.etag) return reply.code(304).send();
  void reply.type('text/html; charset=utf-8');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(page.html);
  return reply.header('content-encoding', 'gzip').send(page.gzipped);
}

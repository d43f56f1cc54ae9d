import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { toScriptJson } from './inScript.js';
import { playgroundScript } from './playgroundStart.js';

export interface PlaygroundPage {
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
export async function renderPlayground(): Promise<PlaygroundPage> {
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

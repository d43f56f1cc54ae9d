import { createHash } from 'node:crypto';
import type { PlaygroundFiles } from './files.js';
import { placeholderScript } from './placeholders.js';
import { playgroundTabs } from './tabs.js';

/** Serializes a value as JSON that cannot close the surrounding script element. */
const toScriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * The script that starts GraphiQL. GraphiQL stores its tabs in the browser. Because it opens a socket for
 * each subscription, the script reads the authorization header of the active tab at that time. It does not
 * change the address bar, because `?query=` is for programs. Its block keeps its names apart from GraphiQL's.
 */
const playgroundScript = `{
const tabs = ${toScriptJson(playgroundTabs)};
const prefixed = (key) => 're-mirai:v2:' + key;
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
${placeholderScript}
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
    const template = headers.authorization ?? headers.Authorization;
    if (!template) return {};
    const authorization = await fill(template);
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
}`;

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

/**
 * The playground's content security policy. It allows this server's own files, the one script on the page by
 * its hash, and connections to this server.
 */
export const playgroundPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${hash(playgroundScript)}'`,
  // The editor adds style sheets at run time.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Renders the page, which is the same for every caller. @param files addresses of the files that it loads */
export const playgroundPage = ({
  script,
  style,
  icon,
}: PlaygroundFiles['addresses']): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Re:MirAI playground</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${style}">
</head>
<body class="no-focus-outline">
<noscript>The playground needs JavaScript.</noscript>
<div id="root"></div>
<script src="${script}"></script>
<script>${playgroundScript}</script>
</body>
</html>
`;

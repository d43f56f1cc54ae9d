import { toScriptJson } from './inScript.js';
import { playgroundTabs } from './playgroundTabs.js';

/**
 * The script that starts GraphiQL. GraphiQL stores its tabs in the browser. Because it opens a socket for
 * each subscription, the script reads the authorization header of the active tab at that time. It does not
 * change the address bar, because `?query=` is for programs.
 */
export const playgroundScript = `
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

import { inScript } from './inScript.js';
import { playgroundTabs } from './playgroundTabs.js';

/**
 * Starts GraphiQL. It keeps its tabs in the browser; the socket is opened for each subscription, so that is the moment to look up the
 * authorization header of the tab. The address bar stays as it is: `?query=` is for programs.
 */
export const playgroundStart = `
const tabs = ${inScript(playgroundTabs)};
tabs[0].query = tabs[0].query.replace('http://localhost:4000', location.origin);
const named = (key) => 're-mirai:' + key;
// Other projects' playgrounds on this address keep their tabs under the same names.
const storage = {
  get length() { return Object.keys(localStorage).filter((key) => key.startsWith(named(''))).length; },
  getItem: (key) => localStorage.getItem(named(key)),
  setItem: (key, value) => localStorage.setItem(named(key), value),
  removeItem: (key) => localStorage.removeItem(named(key)),
  clear: () => Object.keys(localStorage).filter((key) => key.startsWith(named(''))).forEach((key) => localStorage.removeItem(key)),
};
// GraphiQL fills the first tab from storage and not from its default: without this its variables are empty.
if (storage.getItem('graphiql:tabState') === null)
  for (const part of ['query', 'variables', 'headers']) storage.setItem('graphiql:' + part, tabs[0][part] ?? '');
// The schema needs no sign-in: an expired token in a tab must not take the documentation away.
const send = globalThis.fetch;
globalThis.fetch = (input, init) => {
  if (!String(init?.body).includes('"operationName":"IntrospectionQuery"')) return send(input, init);
  const headers = new Headers(init.headers);
  headers.delete('authorization');
  return send(input, { ...init, headers });
};
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
  title: 'Re:MirAI',
  defaultTabs: tabs,
  storage,
  subscriptionsProtocol: 'WS',
  onEditQuery: () => undefined,
  connectionParams: async () => {
    // GraphiQL writes its tabs down 600 ms after an edit.
    await new Promise((resolve) => setTimeout(resolve, 700));
    const state = JSON.parse(storage.getItem('graphiql:tabState'));
    const headers = JSON.parse(state.tabs[state.activeTabIndex].headers || '{}');
    const authorization = headers.authorization ?? headers.Authorization;
    if (!authorization) return {};
    // A socket refused for its token would be tried five times in silence: asked here first, the page says why at once.
    const probe = await send('/graphql', {
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

/**
 * The part of the playground's script that fills in placeholders such as `{{personaId}}` when an operation is
 * sent, so that a result of one tab is the input of the next. It needs `storage`, and defines `originalFetch`
 * and `fill`. In the demo it signs in by itself; elsewhere the demo's address answers 404, and the person is
 * asked for a token.
 */
export const placeholderScript = `
const originalFetch = globalThis.fetch;
const known = JSON.parse(storage.getItem('values') ?? '{}');
const post = (address, body) => originalFetch(address, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
}).then((response) => response.json().then((result) => ({ ok: response.ok, result })));
// Keeps the ids and tokens of a result. The refresh token lives as long as the page.
const learn = (data) => {
  const session = data?.signInWithGoogle ?? data?.refreshSession;
  const survey = data?.createSurvey?.survey;
  const found = {
    accessToken: session?.accessToken,
    expiresAt: session?.expiresAt,
    refreshToken: session?.refreshToken,
    surveyId: survey?.id,
    slug: survey?.slug,
    personaId: survey?.persona?.id,
    receipt: data?.submitResponse?.receipt,
    replyId: data?.sendMessage?.reply?.id,
  };
  for (const [name, value] of Object.entries(found)) if (value !== undefined) known[name] = value;
  if (data?.signOut?.ok) delete known.accessToken;
  storage.setItem('values', JSON.stringify({ ...known, refreshToken: undefined }));
};
const demoIdToken = async () => {
  const { ok, result } = await post('/demo/google/id-token', { email: 'minji@example.com', name: 'Minji' });
  if (!ok) throw new Error('Replace {{idToken}} in the first tab by an ID token of Google, and run that tab.');
  return result.idToken;
};
const accessToken = async () => {
  const isValid = known.accessToken !== undefined && Date.parse(known.expiresAt) > Date.now() + 5000;
  if (isValid) return known.accessToken;
  const { result } = await post('/graphql', {
    query: 'mutation ($idToken: String!) { signInWithGoogle(input: { idToken: $idToken }) { accessToken expiresAt refreshToken } }',
    variables: { idToken: await demoIdToken() },
  });
  if (result.errors) throw new Error(result.errors[0].message);
  learn(result.data);
  return known.accessToken;
};
const makers = { idToken: demoIdToken, accessToken, newKey: () => crypto.randomUUID() };
const sources = {
  surveyId: 'CreateSurvey', slug: 'CreateSurvey', personaId: 'CreateSurvey',
  receipt: 'SubmitResponse', replyId: 'SendMessage', refreshToken: 'SignIn',
};
const placeholder = /\\{\\{(\\w+)\\}\\}/g;
const inJson = (value) => JSON.stringify(value).slice(1, -1);
// Fills in all placeholders of a text that is JSON or a header.
const fill = async (text) => {
  const values = {};
  for (const [, name] of text.matchAll(placeholder)) {
    values[name] ??= (await makers[name]?.()) ?? known[name];
    if (values[name] === undefined && sources[name])
      throw new Error('{{' + name + '}} comes from the result of ' + sources[name] + '. Run that tab first.');
  }
  return text.replace(placeholder, (whole, name) => (values[name] === undefined ? whole : inJson(values[name])));
};
// Only the variables: the comments of an operation explain placeholders.
const fillBody = async (body) => {
  const { variables = {}, ...operation } = JSON.parse(body);
  return JSON.stringify({ ...operation, variables: JSON.parse(await fill(JSON.stringify(variables))) });
};
globalThis.fetch = async (input, init) => {
  if (typeof init?.body !== 'string') return originalFetch(input, init);
  const headers = new Headers(init.headers);
  const authorization = headers.get('authorization');
  // The schema requires no sign-in, so an expired token in a tab must not hide the documentation.
  const isIntrospection = init.body.includes('"operationName":"IntrospectionQuery"');
  if (isIntrospection) headers.delete('authorization');
  else if (authorization !== null) headers.set('authorization', await fill(authorization));
  const response = await originalFetch(input, { ...init, headers, body: await fillBody(init.body) });
  if (!isIntrospection && (response.headers.get('content-type') ?? '').includes('json'))
    learn((await response.clone().json()).data);
  return response;
};
// A socket sends at once, so only values that are known already can be filled in.
const originalSend = WebSocket.prototype.send;
WebSocket.prototype.send = function (text) {
  const frame = JSON.parse(text);
  if (frame.type !== 'subscribe') return originalSend.call(this, text);
  const variables = JSON.stringify(frame.payload.variables ?? {}).replace(placeholder, (whole, name) =>
    known[name] === undefined ? whole : inJson(known[name]));
  return originalSend.call(this, JSON.stringify({ ...frame, payload: { ...frame.payload, variables: JSON.parse(variables) } }));
};
`;

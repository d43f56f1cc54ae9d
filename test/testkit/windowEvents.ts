/**
 * Modules of the web app listen to the window's events as soon as they are loaded. A unit test has no window,
 * and no event comes.
 */
for (const name of ['addEventListener', 'removeEventListener'])
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: () => undefined });

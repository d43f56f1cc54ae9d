import { Client, fetchExchange } from '@urql/core';
import { afterEach, expect, it, vi } from 'vitest';
import { fontExchange } from '../../../web/src/api/exchanges.js';
import { fontsOnDemand } from '../../../web/src/i18n/fonts.js';

afterEach(() => void vi.restoreAllMocks());

it('requests the fonts of a language once, however many texts need them', () => {
  const load = vi.fn(() => Promise.resolve());
  const fetchFontsFor = fontsOnDemand(load);
  for (const text of ['Hello', '안녕하세요', '지우', 'さくら', '안녕 さくら']) fetchFontsFor(text);
  expect(load.mock.calls).toEqual([['ko'], ['ja']]);
});

it('requests fonts again after they failed to load', async () => {
  const load = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('The network is away.'));
  const fetchFontsFor = fontsOnDemand(load);
  fetchFontsFor('지우');
  await vi.waitFor(() => {
    fetchFontsFor('지우');
    expect(load).toHaveBeenCalledTimes(2);
  });
});

it('reads every text of a result, and does not serialize it', async () => {
  const data = { persona: { id: 'p1', title: '별', quotes: [{ text: 'さくら' }], revision: 3, image: null } };
  const texts: string[] = [];
  const answer = new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } });
  const client = new Client({
    url: 'http://localhost/graphql',
    fetch: () => Promise.resolve(answer),
    preferGetMethod: false,
    exchanges: [fontExchange((text) => texts.push(text)), fetchExchange],
  });
  const stringify = vi.spyOn(JSON, 'stringify');
  await client.query('{ persona { id title quotes { text } revision image } }', {}).toPromise();
  expect(texts).toEqual(['p1', '별', 'さくら']);
  expect(stringify).not.toHaveBeenCalledWith(data);
});

import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteMap } from '../../web/src/app/siteMap.js';
import { areas, flat, messagesOf } from '../testkit/webMessages.js';
import { webSources, type WebSource } from '../testkit/webSources.js';

const linesOf = (text: string): number => text.trimEnd().split('\n').length;
const roomOf = ({ path }: WebSource): string => path.split('/')[0] ?? '';
const code = webSources.filter(({ path }) => /\.(?:ts|vue)$/.test(path));
const paths = (found: readonly WebSource[]): string[] => found.map(({ path }) => path);

/** [names, module] of every static import, types left out. */
function valueImports({ text }: WebSource): [string, string][] {
  return [...text.matchAll(/^import\s+(?!type\s)(?:([^'"]+?)\s+from\s+)?'([^']+)'/gm)].map(
    ([, names = '', from = '']) => [names.replace(/\btype \w+,?/g, ''), from],
  );
}
const importing = (wanted: (names: string, from: string, source: WebSource) => boolean): WebSource[] =>
  code.filter((source) => valueImports(source).some(([names, from]) => wanted(names, from, source)));

describe('the web app', () => {
  it('has pages of at most 60 lines each, without their styles', () => {
    const long = webSources.filter(
      ({ path, text }) =>
        path.endsWith('Page.vue') && linesOf(text.replace(/<style[\s\S]*?(?:<\/style>|\/>)/g, '')) > 60,
    );
    expect(paths(long)).toEqual([]);
  });

  it('has no file of more than 400 lines', () => {
    expect(paths(webSources.filter(({ text }) => linesOf(text) > 400))).toEqual([]);
  });

  it('has a page for each path that the server answers with the app, and for no other', () => {
    const sourceOf = (file: string): string =>
      readFileSync(join(import.meta.dirname, '../../src/http/web', file), 'utf8');
    const list = /const pages = \[([^\]]+)\]/.exec(sourceOf('webRoutes.ts'))?.[1] ?? '';
    const shared = [...sourceOf('publicRoutes.ts').matchAll(/app\.get(?:<[^(]+>)?\('([^'*]+)'/g)];
    const served = [...list.matchAll(/'([^']+)'/g), ...shared].map(([, path]) => path);
    const known = siteMap.map(({ path }) => path).filter((path) => !path.includes('unknown'));
    expect(served.sort()).toEqual(known.sort());
  });

  it('has messages and a file for every page', () => {
    const files = new Set(webSources.map(({ path }) => path.split('/').at(-1)));
    const lacking = siteMap.filter(
      ({ page, messages, title }) =>
        !files.has(`${page}.vue`) ||
        messages.some((area) => !areas.includes(area)) ||
        !flat(messagesOf('en')).has(title),
    );
    expect(lacking).toEqual([]);
  });

  it('imports nothing of the server', () => {
    const strayed = importing(
      (_names, from, { path }) =>
        from.startsWith('node:') ||
        (from.startsWith('.') && normalize(join(dirname(path), from)).startsWith('..')),
    );
    expect(paths(strayed)).toEqual([]);
  });

  it('has one operation in each GraphQL file, named like the file', () => {
    const operations = webSources.filter(({ path }) => path.endsWith('.graphql'));
    const odd = operations.filter(({ path, text }) => {
      const names = [...text.matchAll(/^(?:query|mutation|subscription|fragment)\s+(\w+)/gm)].map(
        ([, name]) => name,
      );
      return (
        names.join() !==
        path
          .split('/')
          .at(-1)
          ?.replace(/\.graphql$/, '')
      );
    });
    expect(operations.length).toBeGreaterThan(0);
    expect(paths(odd)).toEqual([]);
  });

  it('opens connections to the server in api/ alone', () => {
    const connecting = importing(
      (names, from) =>
        from === 'graphql-ws' ||
        (from.startsWith('@urql/') && /\bClient\b|createClient|Exchange\b/.test(names)),
    ).concat(
      code.filter(({ text }) => /\bfetch\(|new (?:WebSocket|XMLHttpRequest|EventSource)\(/.test(text)),
    );
    expect(paths(connecting.filter((source) => roomOf(source) !== 'api'))).toEqual([]);
  });

  it('takes text in one component alone, which knows what input methods do', () => {
    const tags = code.flatMap(({ path, text }) =>
      [...text.matchAll(/<(?:input|textarea)\b(?:"[^"]*"|[^">])*>/g)].map(([tag]) => ({ path, tag })),
    );
    const isText = ({ tag }: { tag: string }): boolean =>
      !/\btype="(?:radio|checkbox|file)"|\breadonly\b/.test(tag);
    expect(tags.length).toBeGreaterThan(3);
    expect(tags.filter(isText)).toEqual([]);
    const { text = '' } = code.find(({ path }) => path === 'ui/TextInput.vue') ?? {};
    expect(text).not.toContain('v-model=');
  });

  it('loads data in composables and api/, never in a page or a component', () => {
    const loading = importing((names) => /\w+Document\b/.test(names));
    expect(paths(loading.filter(({ path }) => path.endsWith('.vue')))).toEqual([]);
  });

  it('lets a feature import only shared code, itself and the making of a persona', () => {
    const featureOf = (path: string): string | undefined => /^features\/(\w+)\//.exec(path)?.[1];
    const strayed = code.flatMap((source) =>
      valueImports(source).flatMap(([, from]) => {
        const [own, target] = [source.path, normalize(join(dirname(source.path), from))].map(featureOf);
        if (target === undefined || target === own || source.path.startsWith('app/')) return [];
        // The survey and the persona both show a persona while it is made.
        return target === 'making' ? [] : [`${source.path} imports ${from}`];
      }),
    );
    expect(strayed).toEqual([]);
  });

  it('has no folder of more than 25 files', () => {
    const counts = Map.groupBy(code, ({ path }) => dirname(path));
    expect([...counts].filter(([, files]) => files.length > 25).map(([folder]) => folder)).toEqual([]);
  });

  it('names each storage key in one file', () => {
    const keys = code.flatMap(({ path, text }) =>
      [...text.matchAll(/['"`](mirai\.[\w.]+)/g)].map(([, key]) => `${key} in ${path}`),
    );
    const twice = keys.filter((one, at) =>
      keys.some((other, j) => j !== at && other.split(' ')[0] === one.split(' ')[0] && other !== one),
    );
    expect(twice).toEqual([]);
  });

  it('uses localStorage and sessionStorage in device/ alone, because they throw if they are blocked', () => {
    const storing = code.filter(({ text }) => /\b(?:local|session)Storage\b(?! )/.test(text));
    expect(new Set(storing.map(roomOf))).toEqual(new Set(['device']));
  });

  it('takes its colours from the tokens', () => {
    const coloured = webSources.filter(({ path, text }) => {
      const styles = path.endsWith('.css') ? text : [...text.matchAll(/<style[\s\S]*?<\/style>/g)].join('\n');
      return path !== 'styles/tokens.css' && /#[0-9a-f]{3,8}\b(?!\w*\s*\{)/i.test(styles);
    });
    expect(paths(coloured)).toEqual([]);
  });

  it('links to no other sites than messengers and help lines', () => {
    const known =
      /^https?:\/\/(?:www\.w3\.org|line\.me|wa\.me|t\.me|(?:www\.)?(?:x|twitter)\.com|findahelpline\.com)\b/;
    const addresses = code.flatMap(({ path, text }) =>
      [...text.matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => ({ path, address })),
    );
    expect(addresses.filter(({ address }) => !known.test(address))).toEqual([]);
  });
});

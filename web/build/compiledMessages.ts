import { baseCompile } from '@intlify/message-compiler';
import type { Plugin } from 'vite';

const FILE = /\/i18n\/messages\/[\w/]+\.json$/;
/** What the compiler knows: arguments, plural forms, links to other messages. */
const SYNTAX = /[{}|@\\]/;

/** Every text with arguments as the tree that the compiler makes of it, every other text as it is. @throws SyntaxError from the compiler */
function compiled(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !SYNTAX.test(value)) return value;
  return baseCompile(value, { jit: true, optimize: true, location: false }).ast;
}

/** Compiles the words while the app is built: no phone needs the compiler, and a mistake in a message fails the build. */
export function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    enforce: 'pre',
    transform(text, id) {
      if (!FILE.test(id)) return null;
      return { code: JSON.stringify(JSON.parse(text), compiled), map: null };
    },
  };
}

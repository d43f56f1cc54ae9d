import { baseCompile } from '@intlify/message-compiler';
import type { Plugin } from 'vite';

const FILE = /\/i18n\/messages\/[\w/]+\.json$/;
/** The characters of the message syntax: arguments, plural forms, linked messages. */
const SYNTAX = /[{}|@\\]/;

/** Compiles messages at build time: the compiler is not shipped, and an invalid message fails the build. */
export function precompileMessages(): Plugin {
  return {
    name: 'precompile-messages',
    enforce: 'pre',
    transform(text, id) {
      if (!FILE.test(id)) return null;
      return { code: JSON.stringify(JSON.parse(text), compileMessage), map: null };
    },
  };
}

/**
 * A JSON replacer that compiles each message with syntax to its AST and keeps plain texts.
 * @throws SyntaxError for an invalid message
 */
function compileMessage(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !SYNTAX.test(value)) return value;
  return baseCompile(value, { jit: true, optimize: true, location: false }).ast;
}

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

interface PlaygroundFile {
  type: string;
  /** By content encoding, the smallest first. */
  encodings: Record<'br' | 'gzip', Buffer>;
}

/** GraphiQL as files whose names contain a hash of their content, so that they never change. */
export interface PlaygroundFiles {
  /** By address. */
  files: ReadonlyMap<string, PlaygroundFile>;
  addresses: { script: string; style: string; icon: string };
}

export const PLAYGROUND_FOLDER = '/graphql/playground';

/**
 * Brotli's largest window spans the script and the workers in it, which share much of their code. That brings
 * the playground below two megabytes, which gzip cannot.
 */
const brotli = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 7,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  },
};

/** GraphiQL, its editor and the editor's workers: nine megabytes, kept compressed only. */
async function readGraphiql() {
  const { js, css, favicon, editorWorkerService, jsonWorker, graphqlWorker } =
    await import('@graphql-yoga/render-graphiql/graphiql');
  const workers = JSON.stringify({ editorWorkerService, json: jsonWorker, graphql: graphqlWorker });
  return {
    script: `const sources = ${workers};
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) =>
    URL.createObjectURL(new Blob([sources[label] ?? sources.editorWorkerService], { type: 'application/javascript' })),
};
${js};
`,
    // GraphiQL's own tabs move away under the first click.
    style: `${css}\n.graphiql-tab { transform: none !important }\n`,
    icon: Buffer.from(favicon.slice(favicon.indexOf(',') + 1), 'base64'),
  };
}

async function makeFiles(): Promise<PlaygroundFiles> {
  const { script, style, icon } = await readGraphiql();
  const files = new Map<string, PlaygroundFile>();
  const add = async (name: string, extension: string, type: string, content: string | Buffer) => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
    const address = `${PLAYGROUND_FOLDER}/${name}-${hash}.${extension}`;
    const [br, gzipped] = await Promise.all([
      promisify(brotliCompress)(content, brotli),
      promisify(gzip)(content),
    ]);
    files.set(address, { type, encodings: { br, gzip: gzipped } });
    return address;
  };
  const addresses = {
    script: await add('graphiql', 'js', 'text/javascript; charset=utf-8', script),
    style: await add('graphiql', 'css', 'text/css; charset=utf-8', style),
    icon: await add('icon', 'png', 'image/png', icon),
  };
  return { files, addresses };
}

let made: Promise<PlaygroundFiles> | undefined;

/** The playground's files. They are loaded and compressed when they are first requested. */
export function playgroundFiles(): Promise<PlaygroundFiles> {
  made ??= makeFiles().catch((error: unknown) => {
    // A failure is not cached: the next request tries again.
    made = undefined;
    throw error;
  });
  return made;
}

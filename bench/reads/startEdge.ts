import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../test/testkit/freePort.js';
import { until } from '../../test/testkit/until.js';

/** An nginx with the product's edge and, beside it, a server that sends the same bytes from a file. */
interface Edge extends AsyncDisposable {
  edgeUrl: string;
  staticUrl: string;
}

/**
 * Starts deploy/nginx/re-mirai.conf without TLS, whose cost both would pay.
 * @param folder for nginx's files
 * @param backend port of the product
 * @param answer what the product answers to the read
 */
export async function startEdge(
  folder: string,
  backend: string,
  answer: { headers: [string, string][]; body: string },
): Promise<Edge> {
  const [edgePort, staticPort] = [await freePort(), await freePort()];
  const conf = fileURLToPath(new URL('../../deploy/nginx/re-mirai.conf', import.meta.url));
  const edge = readFileSync(conf, 'utf8')
    .replace('127.0.0.1:4000', `127.0.0.1:${backend}`)
    .replace('listen 443 ssl http2', `listen 127.0.0.1:${edgePort}`)
    .replace(/^\s*ssl_.*$/gm, '')
    .replace(/(proxy_cache_path) \S+/, `$1 ${join(folder, 'cache')}`);
  const root = join(folder, 'static');
  await mkdir(root, { recursive: true });
  await writeFile(join(root, 'survey.json'), answer.body);
  const own = answer.headers
    .filter(([name]) => ['cache-control', 'vary', 'x-content-type-options'].includes(name))
    .map(([name, value]) => `add_header ${name} "${value}";`)
    .join(' ');
  await writeFile(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${join(folder, 'nginx.pid')};
     worker_processes auto; events { worker_connections 1024; }
     http { access_log off; keepalive_requests 1000000; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
       fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s; sendfile on;
       ${edge}
       server { listen 127.0.0.1:${staticPort}; root ${root}; default_type "application/json; charset=utf-8";
         types {} open_file_cache max=100; ${own} } }`,
  );
  const child = spawn(
    '/usr/sbin/nginx',
    ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const started: Edge = {
    edgeUrl: `http://127.0.0.1:${edgePort}`,
    staticUrl: `http://127.0.0.1:${staticPort}/survey.json`,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
  await until('nginx to answer', () =>
    fetch(started.staticUrl).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return started;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { settingNames } from '../../src/config.js';
import { startMetricsServer } from '../../src/http/metricsServer.js';
import { createMetrics } from '../../src/http/metrics.js';
import { createWorkMetrics } from '../../src/telemetry/workMetrics.js';
import { startTestServer } from '../http/testServer.js';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, 'deploy', name), 'utf8');

interface Container {
  image: string;
  env: { name: string; value: string }[];
  envFrom: { secretRef: { name: string } }[];
  securityContext: { readOnlyRootFilesystem: boolean; allowPrivilegeEscalation: boolean };
}
interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: {
    template?: { spec: { containers: Container[]; securityContext: { runAsNonRoot: boolean } } };
    scaleTargetRef?: { name: string };
    triggers?: { type: string; metadata: Record<string, string> }[];
  };
}
const manifests = readdirSync(join(root, 'deploy/kubernetes')).flatMap((name) =>
  parseAllDocuments(read(`kubernetes/${name}`)).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as Manifest;
  }),
);
const compose = parse(read('compose.yaml'), { merge: true }) as {
  services: Record<string, { environment?: Record<string, unknown>; read_only?: boolean; image: string }>;
};
const alerts = parse(read('monitoring/alerts.yaml')) as {
  groups: { rules: { alert: string; expr: string }[] }[];
};
const dashboard = JSON.parse(read('monitoring/dashboard.json')) as {
  panels: { title: string; targets: { expr: string }[] }[];
};

/** The names of metrics in a PromQL expression. */
const metricsIn = (expression: string): string[] =>
  [
    ...expression
      .replace(/\{[^}]*\}|\b(?:by|without)\s*\([^)]*\)|"[^"]*"/g, '')
      .matchAll(/\b[a-z]+(?:_[a-z0-9]+)+\b/g),
  ]
    .map(([name]) => name)
    .filter((name) => name !== 'histogram_quantile' && !name.endsWith('_over_time'))
    .map((name) => name.replace(/_(?:bucket|count|sum)$/, ''));

describe('the manifests of deploy/', () => {
  it('name only metrics that /metrics has, in rules, dashboard and autoscaling', async () => {
    const replicas = () => ({ reads: { replica: 3, primary: 1 }, resting: 1 });
    await using server = await startTestServer({}, { replicas });
    const text = await (await fetch(`${server.url}/metrics`)).text();
    const known = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const expressions = [
      ...alerts.groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
      ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
      ...manifests.flatMap(({ spec }) =>
        (spec.triggers ?? []).flatMap(({ metadata }) => metadata['query'] ?? []),
      ),
    ];
    for (const expression of expressions) expect(metricsIn(expression), expression).not.toEqual([]);
    expect(expressions.flatMap(metricsIn).filter((name) => !known.has(name))).toEqual([]);
    expect(text).toContain('queue_jobs_waiting{job="synthesizePersona"} 2');
    expect(text).toContain('queue_oldest_job_seconds{job="synthesizePersona"} 1.5');
    expect(text).toContain('replicated_reads_total{server="replica"} 3');
    expect(text).toContain('database_replicas_resting 1');
  });

  it('set only settings that the program reads', () => {
    const names = [
      ...Object.values(compose.services)
        .filter(({ image }) => image === 're-mirai')
        .flatMap(({ environment }) => Object.keys(environment ?? {})),
      ...manifests.flatMap(({ spec }) =>
        (spec.template?.spec.containers ?? []).flatMap(({ env }) => env.map(({ name }) => name)),
      ),
    ];
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !settingNames.includes(name))).toEqual([]);
    // What compose does not pass on from deploy/.env would have no effect there.
    for (const { image, environment } of Object.values(compose.services))
      if (image === 're-mirai')
        expect(Object.keys(environment ?? {})).toEqual(
          expect.arrayContaining(['DATABASE_REPLICA_URL', 'REDIS_CLUSTER']),
        );
    // Kubernetes passes on all that is in the secret.
    for (const { spec } of manifests)
      for (const { envFrom } of spec.template?.spec.containers ?? [])
        expect(envFrom).toEqual([{ secretRef: { name: 're-mirai' } }]);
  });

  it('run the program without rights and without writing to its root', () => {
    const templates = manifests.flatMap(({ spec }) => spec.template ?? []);
    expect(templates).toHaveLength(2);
    for (const { spec } of templates) {
      expect(spec.securityContext.runAsNonRoot).toBe(true);
      for (const { securityContext } of spec.containers)
        expect(securityContext).toMatchObject({
          readOnlyRootFilesystem: true,
          allowPrivilegeEscalation: false,
        });
    }
    for (const name of ['api', 'worker']) expect(compose.services[name]?.read_only).toBe(true);
    expect(read('Dockerfile')).toMatch(/^USER node$/m);
  });

  it('scale what exists', () => {
    const deployments = manifests
      .filter(({ kind }) => kind === 'Deployment')
      .map(({ metadata }) => metadata.name);
    const targets = manifests.flatMap(({ spec }) => spec.scaleTargetRef?.name ?? []);
    expect(targets.sort()).toEqual(deployments.sort());
  });

  it('build the image from files and scripts that exist', () => {
    const text = read('Dockerfile');
    const scripts = [...text.matchAll(/scripts\/\w+\.mjs/g)].map(([path]) => path);
    expect(scripts).toEqual(['scripts/buildWeb.mjs', 'scripts/buildServer.mjs']);
    for (const path of [...scripts, 'package.json', 'package-lock.json'])
      expect(existsSync(join(root, path)), path).toBe(true);
    expect([...text.matchAll(/^# step: (.+)$/gm)].map(([, name]) => name)).toEqual([
      'packages',
      'build',
      'production packages',
    ]);
  });

  it('run the program in the image with the memory settings of npm start', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: { start: string };
    };
    const [variables = '', command = ''] = scripts.start.split(' exec ');
    expect(read('Dockerfile')).toContain(`ENV ${variables}\n`);
    const words = command.split(' ').filter((word) => !word.startsWith('--env-file'));
    expect(read('Dockerfile')).toContain(`CMD ${JSON.stringify(words).replaceAll(',', ', ')}\n`);
  });
});

it('a process without an API serves its metrics and whether it lives, and nothing else', async () => {
  const work = createWorkMetrics();
  const metrics = createMetrics({
    metrics: work,
    countLostWork: async () => ({}),
    waitingJobs: () => Promise.reject(new Error('The database is away.')),
    databaseWaitMs: () => 40,
  });
  await using server = await startMetricsServer(metrics, { host: '127.0.0.1', port: 0 });
  const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
  work.observeJob('synthesizePersona', 'done', 3);
  const text = await (await get('/metrics')).text();
  expect(text).toContain('database_pool_wait_seconds 0.04');
  expect(text).toContain('job_seconds_count{job="synthesizePersona",outcome="done"} 1');
  expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
  expect((await get('/')).status).toBe(404);
});

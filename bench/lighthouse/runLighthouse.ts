import lighthouse from 'lighthouse';

/**
 * Lighthouse's result for one page: scores 0–100, times in milliseconds, what was transferred, and the failed
 * audits.
 */
export interface LighthouseResult {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  lcp: number;
  cls: number;
  tbt: number;
  requests: number;
  /** As transferred, so compressed. */
  bytes: number;
  fontBytes: number;
  scriptBytes: number;
  /** Audits that lowered the accessibility and best-practices scores. */
  faults: string[];
}

interface NetworkRequest {
  resourceType?: string;
  transferSize?: number;
}

/**
 * Loads a page with Lighthouse's phone profile and its simulated slow network.
 * @param port the debugging port of a Chromium
 * @throws Error if the page did not load
 */
export async function runLighthouse(url: string, port: number): Promise<LighthouseResult> {
  const result = await lighthouse(url, { port, logLevel: 'error', output: 'json' });
  if (result === undefined) throw new Error(`Lighthouse did not judge ${url}.`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  const faults = ['accessibility', 'best-practices']
    .flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]?.title}`);
  const { items } = audits['network-requests']?.details as unknown as { items: NetworkRequest[] };
  const transferred = (kind?: string): number =>
    items
      .filter(({ resourceType }) => kind === undefined || resourceType === kind)
      .reduce((sum, { transferSize }) => sum + (transferSize ?? 0), 0);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lcp: value('largest-contentful-paint'),
    cls: value('cumulative-layout-shift'),
    tbt: value('total-blocking-time'),
    requests: items.length,
    bytes: transferred(),
    fontBytes: transferred('Font'),
    scriptBytes: transferred('Script'),
    faults: [...new Set(faults)],
  };
}

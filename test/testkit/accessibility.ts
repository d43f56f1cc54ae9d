import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const script = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that can differ between two themes of one page. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Checks a page as it is now with axe-core.
 * @param rules all rules by default
 * @returns one line for each violation
 */
export async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  // The content security policy does not apply to the debugger. The half megabyte is sent once for each page.
  if (!(await page.evaluate<boolean>(`'axe' in window`)))
    await page.evaluate(`((module, exports, define) => { ${await script} })()`);
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } }),
  };
  const results = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

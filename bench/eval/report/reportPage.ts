import { goals } from '../figures/goals.js';
import { chart } from './chart.js';
import { escapeHtml } from '../../../src/http/escapeHtml.js';
import { DEMO_NOTE, type Run, runNotes } from './runNotes.js';
import { verdict } from './verdict.js';

const style = `
body { margin: 2rem auto; max-width: 56rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: #111827; background: #ffffff; }
h1 { font-size: 1.5rem; } svg { width: 100%; height: auto; }
.demo { padding: .75rem 1rem; background: #fef3c7; border-left: 4px solid #b45309; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { padding: .4rem .6rem; text-align: left; border-bottom: 1px solid #e5e7eb; }
.missed { color: #b91c1c; font-weight: 600; } ul { padding-left: 1.2rem; color: #374151; }`;

/** The whole report as one self-contained HTML page. It contains no names and no answers. */
export function reportPage(run: Run): string {
  const rows = goals(run.summary).map((goal) => {
    const cells = [goal.name, goal.wanted, goal.found].map((cell) => `<td>${escapeHtml(cell)}</td>`);
    const mark = goal.met === false ? ' class="missed"' : '';
    return `<tr>${cells.join('')}<td${mark}>${verdict(goal)}</td></tr>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Re:MirAI: faithfulness of personas</title>
<style>${style}
</style>
</head>
<body>
<h1>Does the persona answer as a friend would?</h1>
${run.isDemo ? `<p class="demo">${escapeHtml(DEMO_NOTE)}</p>` : ''}
${chart(run.summary)}
<p>One friend is held out. A persona is written from the others' answers and asked what the held-out friend was asked.</p>
<div class="table"><table>
<tr><th>goal</th><th>wanted</th><th>found</th><th>verdict</th></tr>
${rows.join('\n')}
</table></div>
<ul>
${runNotes(run)
  .map((line) => `<li>${escapeHtml(line)}</li>`)
  .join('\n')}
</ul>
</body>
</html>
`;
}

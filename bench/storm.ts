import { startStage } from './stage/startStage.js';
import { stormSurveys } from './stage/stormSurveys.js';

/**
 * Runs surveys with three to five simultaneous responses each and reports the result: `npm run bench:storm
 * [surveys] [seed]`.
 */
const surveys = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? 1);

await using stage = await startStage();
const started = performance.now();
const report = await stormSurveys({
  url: stage.url,
  orm: stage.app.services.orm,
  surveys,
  seed,
  onProgress: (done) =>
    void (done % 50 === 0 && process.stderr.write(`${done} of ${surveys} surveys answered\n`)),
  onRefusal: (error) => {
    process.stderr.write(`refused: ${error.message}\n`);
    return false;
  },
});
const { calls } = stage.model;
const pictures = calls.filter(({ path }) => path === 'images').length;
// A text takes two calls: the notes of the three experts, then the text.
const syntheses = calls.filter(({ path, body }) => path === 'chat' && isNamed(body, 'persona')).length;
process.stdout.write(
  `${JSON.stringify({ ...report, syntheses, pictures, seconds: Math.round((performance.now() - started) / 1000) })}\n`,
);
const whole = report.ready === surveys && report.miscounted === 0 && report.doubled === 0;
if (!whole || syntheses !== surveys || pictures !== surveys) process.exitCode = 1;

function isNamed(body: unknown, name: string): boolean {
  const request = body as { response_format?: { json_schema?: { name: string } } };
  return request.response_format?.json_schema?.name === name;
}

import { submitAnswers, threeFriends } from '../../client/friends.js';
import { signIn } from '../../client/signIn.js';
import { CreateSurveyDocument } from '../../operations/generated/graphql.js';
import { runChat } from './runChat.js';
import { showPersona } from './showPersona.js';
import { output } from './terminalOutput.js';
import { watchSurvey } from './watchSurvey.js';

/**
 * Runs and prints the journey from sign-in to the persona's picture and a chat with it.
 * @param url the server's address
 */
export async function runJourney(url: string): Promise<void> {
  output.title('Re:MirAI: how do others see me?');
  let since = performance.now();
  await using mina = await signIn(url, { email: 'mina@demo.example', name: 'Mina Park' });
  output.step(
    'Mina signs in with Google (the stand-in issuer: same tokens, same checks).',
    performance.now() - since,
  );

  since = performance.now();
  const { survey } = (await mina.client.run(CreateSurveyDocument, { title: 'How do you see me?' }))
    .createSurvey;
  output.step(`She creates a survey and shares its link: ${survey.url}`, performance.now() - since);
  await using live = await watchSurvey(mina.client, survey.id, survey.persona.id);
  output.step('She watches: two subscriptions over one WebSocket.');

  const names = ['An old friend', 'A colleague', 'Her brother'];
  for (const [index, view] of threeFriends.entries()) {
    live.mark();
    const sent = performance.now();
    const answered = submitAnswers(url, survey.slug, view);
    await live.count(index + 1);
    await answered;
    output.step(`${names[index]} answered, anonymously and without an account.`, performance.now() - sent);
  }
  output.step('The third answer starts the saga: measure and write, then draw.');
  await live.finished();
  await showPersona(mina.client, survey.persona.id);
  await runChat(mina.client, survey.persona.id);
  output.title('What next');
  const local = `http://localhost:${process.env['PORT'] ?? 4000}`;
  const server =
    url === local
      ? 'The server is still running'
      : 'This server was temporary; npm start runs a permanent one';
  output.note(`${server}: the app is at ${local}, the playground at ${local}/graphql.`);
  if (url === local)
    output.note(
      `To see this mirror in the browser, sign in at ${local} as mina@demo.example and open ${local}/personas/${survey.persona.id}.`,
    );
  else
    output.note(
      'To see the mirror in the browser, run npm start in another terminal, then npm run demo again: it uses that server.',
    );
}

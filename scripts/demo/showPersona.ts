import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiClient } from '../../client/apiClient.js';
import { PersonaDocument } from '../../operations/generated/graphql.js';
import traitMessages from '../../web/src/i18n/messages/en/traits.json' with { type: 'json' };
import { output } from './terminalOutput.js';

/** The words that the app shows. */
const { name: traitNames, archetype: archetypeNames, confidence, level: levels } = traitMessages;

/** Prints the persona: headline, measured traits, sentences with their evidence, and the picture's file. */
export async function showPersona(client: ApiClient, personaId: string): Promise<void> {
  const { persona } = await client.run(PersonaDocument, { id: personaId });
  output.title(`${persona.name}, as three friends see her: ${persona.title}`);
  output.detail(
    `${[persona.archetype && archetypeNames[persona.archetype], persona.confidence && confidence[persona.confidence]].filter(Boolean).join(' · ')}${persona.demo ? ' · written by the demo model' : ''}`,
  );
  output.detail('');
  for (const { id, score, level } of persona.traits) {
    const bar = '█'.repeat(Math.round(score / 5)).padEnd(20, '·');
    output.unwrapped(`${traitNames[id].padEnd(18)} ${bar} ${String(score).padStart(3)}  ${levels[level]}`);
  }
  output.detail('');
  for (const { text, evidence } of persona.sentences) output.detail(`${text}  [${evidence.join(' ')}]`);
  output.detail('');
  output.detail(`“${persona.greeting}”`);
  if (persona.illustration === null || persona.illustration === undefined) return;
  const picture = await fetch(new URL(persona.illustration.url, client.url));
  if (!picture.ok) throw new Error(`The picture answered ${picture.status}.`);
  const file = join(await mkdtemp(join(tmpdir(), 're-mirai-picture-')), `${persona.name}.webp`);
  await writeFile(file, Buffer.from(await picture.arrayBuffer()));
  output.detail('');
  output.step(`Picture (${persona.illustration.width}×${persona.illustration.height}): ${file}`);
}

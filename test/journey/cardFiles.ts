import sharp from 'sharp';
import { expect } from 'vitest';
import { type CharacterCardFormat, ExportCharacterCardDocument } from '../../operations/generated/graphql.js';
import type { SignedIn } from '../../client/signIn.js';
import { newSurvey, someone, statesUntil, submitAll } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { versionAtEnd } from '../testkit/versions.js';

/** A card as JSON, of either version. */
export interface Card {
  spec: string;
  data: Record<string, unknown> & {
    name: string;
    description: string;
    first_mes: string;
    character_version: string;
  };
}

/** An owner whose persona is READY. */
export async function readyOwner(url: string, views = sixFriends) {
  const owner = await someone(url);
  const survey = await newSurvey(owner.client, { displayName: 'Mina' });
  const receipts = await submitAll(url, survey.slug, views.slice(0, 3));
  await statesUntil(owner.client, survey.persona.id, ['READY']);
  receipts.push(...(await submitAll(url, survey.slug, views.slice(3))));
  if (views.length > 3) await versionAtEnd(owner.client, survey.persona.id, 2);
  return { owner, personaId: survey.persona.id, surveyId: survey.id, receipts };
}

export const linkOf = async (
  { client }: Pick<SignedIn, 'client'>,
  personaId: string,
  format: CharacterCardFormat,
) => (await client.run(ExportCharacterCardDocument, { personaId, format })).exportCharacterCard;

export async function download(url: string): Promise<Buffer> {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** The card that sharp's own PNG reader finds under a keyword. */
export async function cardInPng(png: Buffer, keyword: string): Promise<Card> {
  const { comments = [] } = await sharp(png).metadata();
  const texts = comments.filter((comment) => comment.keyword === keyword);
  expect(texts).toHaveLength(1);
  return JSON.parse(Buffer.from(texts[0]?.text ?? '', 'base64').toString()) as Card;
}

export const jsonCard = async (owner: Pick<SignedIn, 'client'>, personaId: string): Promise<Card> =>
  JSON.parse(String(await download((await linkOf(owner, personaId, 'JSON')).url))) as Card;

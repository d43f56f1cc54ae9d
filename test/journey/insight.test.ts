import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  ChangesSinceDocument,
  InsightDocument,
  NextReleaseDocument,
} from '../../operations/generated/graphql.js';
import { newSurvey, submitAll } from '../testkit/seed.js';
import { sixFriends, stranger } from '../testkit/sixFriends.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { insightOf, surveyOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test);

const three = sixFriends.slice(0, 3);
const codeOf = (errors: readonly { extensions?: Record<string, unknown> }[]) =>
  errors[0]?.extensions?.['code'];

describe('the insight of a version', () => {
  it('shows what three friends share, and nothing that one or two of them said', async () => {
    const { personaId } = await surveyOf(owner.client, test.url, three);
    const insight = await insightOf(owner.client, personaId);
    expect(insight).toMatchObject({
      friends: 3,
      confidence: 'SKETCH',
      friendsUntilFair: 2,
      friendsUntilGood: 5,
      norm: { version: 'openpsychometrics-big5-2012@1', people: 19_635 },
      typicalBand: { from: 35, to: 65 },
      johari: null,
      blindSpots: null,
    });
    expect(insight.norm.source).toContain('self reports');
    expect(insight.traits.map(({ id, raters }) => [id, raters])).toEqual(
      ['E', 'A', 'C', 'N', 'I'].map((id) => [id, 3]),
    );
    for (const { id, evidence } of insight.traits)
      expect(evidence).toEqual(insight.evidence.filter((one) => one.id === `EV-${id}`));
    expect(insight.agreed.map(({ trait }) => trait)).toContain('E');
    expect(insight.split.map(({ trait }) => trait)).toEqual(['C']);
    expect(insight.words.map(({ id, count }) => [id, count])).toEqual([
      ['funny', 3],
      ['curious', 3],
      ['kind', 2],
      ['warm', 2],
      ['imaginative', 2],
    ]);
    expect(insight.words[2]?.share).toBeCloseTo(2 / 3);
    for (const alone of ['brave', 'playful']) expect(JSON.stringify(insight)).not.toContain(alone);
    const E = insight.traits[0]?.score;
    expect(insight.stats.charisma).toBe(E);
    expect(insight.circles.map(({ relation, friends }) => [relation, friends])).toEqual([['FAMILY', 3]]);
    expect(insight.circles[0]?.traits.map(({ id }) => id)).toEqual(['E', 'A', 'C', 'N', 'I']);
  });

  it('has evidence in words for every sentence of the text', async () => {
    const { personaId } = await surveyOf(owner.client, test.url, sixFriends);
    const { version } = (await owner.client.run(InsightDocument, { personaId })).persona;
    const known = version?.evidence.map(({ id }) => id) ?? [];
    const cited = version?.sentences.flatMap(({ evidence }) => evidence) ?? [];
    expect(cited.length).toBeGreaterThan(2);
    for (const id of cited) expect(known).toContain(id);
    expect(known).toEqual(expect.arrayContaining(version?.insight?.quotes.map(({ id }) => id) ?? []));
  });

  it('has counts, spread and questions for every sentence of every kind, and none repeats its sentence', async () => {
    const { personaId } = await surveyOf(owner.client, test.url, sixFriends);
    const { sentences, insight, evidence } = (await owner.client.run(InsightDocument, { personaId })).persona
      .version!;
    const { traits, agreed, split, circles } = insight!;
    const told = [
      ...sentences.map(({ text, evidence: ids }) => ({
        text,
        evidence: evidence.filter(({ id }) => ids.includes(id)),
      })),
      ...traits,
      ...agreed,
      ...split,
      ...circles.flatMap((circle) =>
        circle.traits.map((one) => ({ text: `${circle.relation} ${one.level}`, evidence: [one.evidence] })),
      ),
    ];
    expect(told.length).toBeGreaterThan(20);
    for (const { text, evidence: lines } of told) {
      expect(lines.length, text).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line.questions.length, line.id).toBeGreaterThan(0);
        expect(line.spread, line.id).toMatch(
          /five-point scale\.$|picked more often\.$|too few answers|what at least three friends wrote/,
        );
        if (!line.id.startsWith('EV-Q')) expect(line.text, line.id).toMatch(/\d/);
        expect(line.text).not.toContain(text);
      }
    }
  });

  it('grows firmer with six friends, and shows both circles once no single friend can be derived from them', async () => {
    const { personaId } = await surveyOf(owner.client, test.url, sixFriends);
    const insight = await insightOf(owner.client, personaId);
    expect(insight).toMatchObject({
      friends: 6,
      confidence: 'FAIR',
      friendsUntilFair: 0,
      friendsUntilGood: 2,
    });
    expect(insight.circles.map(({ relation, friends }) => [relation, friends])).toEqual([
      ['FAMILY', 3],
      ['FRIEND', 3],
    ]);
    expect(insight.words.find(({ id }) => id === 'curious')).toMatchObject({
      word: 'curious',
      count: 6,
      share: 1,
    });
    for (const alone of ['brave', 'deep']) expect(JSON.stringify(insight)).not.toContain(alone);
  });

  it('shows what changed since an earlier version beyond chance', async () => {
    const { personaId } = await surveyOf(owner.client, test.url, sixFriends);
    const changes = async (number?: number, since?: number) =>
      (await owner.client.run(ChangesSinceDocument, { personaId, number, since })).persona.version
        ?.changesSince;
    // "playful" went from one friend, which must not show, to four: that may be the new friends’ chance.
    expect(await changes()).toEqual({
      since: 1,
      traits: [],
      words: [{ id: 'funny', word: 'funny', direction: 'DOWN', from: 1, to: 0.5 }],
    });
    expect(await changes(2, 1)).toEqual(await changes());
    expect(await changes(1)).toBeNull();
    for (const since of [0, 2, 3])
      expect(codeOf((await owner.client.request(ChangesSinceDocument, { personaId, since })).errors)).toBe(
        'BAD_USER_INPUT',
      );
  });

  it('shows a trait that new friends see differently', async () => {
    const others = [stranger, stranger, stranger];
    const { personaId } = await surveyOf(owner.client, test.url, [...three, ...others]);
    const { persona } = await owner.client.run(ChangesSinceDocument, { personaId });
    const scores = await Promise.all([1, 2].map((number) => insightOf(owner.client, personaId, number)));
    const [from, to] = scores.map(({ traits }) => traits[0]?.score);
    expect(persona.version?.changesSince?.traits).toContainEqual({ id: 'E', direction: 'DOWN', from, to });
  });

  it('says at how many answers results change next', async () => {
    const { id, slug } = await newSurvey(owner.client);
    const seen = [];
    for (const view of [...sixFriends, ...three]) {
      seen.push((await owner.client.run(NextReleaseDocument, { surveyId: id })).viewer.survey.nextRelease);
      await submitAll(test.url, slug, [view]);
    }
    expect(seen).toEqual([3, 3, 3, 6, 6, 6, 10, 10, 10]);
  });
});

describe('who may ask for how much', () => {
  it('is all versions with all insight at once, but what changed of one version at a time', async () => {
    const { personaId } = await surveyOf(owner.client, test.url, sixFriends);
    const ask = (field: string) =>
      owner.client.request(
        parse(`{ persona(id: "${personaId}") { versions { edges { node { number ${field} } } } } }`),
        {},
      );
    const all = await ask('insight { friends traits { id text } circles { traits { id } } }');
    expect(all.errors).toEqual([]);
    expect(JSON.stringify(all.data)).toContain('"friends":6');
    expect(codeOf((await ask('changesSince { since }')).errors)).toBe('QUERY_TOO_COMPLEX');
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { changedTraits } from '../../src/measurement/change/changedTraits.js';
import { changedWords } from '../../src/measurement/change/changedWords.js';
import { compatibility } from '../../src/measurement/compatibility/compatibility.js';
import { blindSpots } from '../../src/measurement/insight/blindSpots.js';
import { commonGround } from '../../src/measurement/insight/commonGround.js';
import { displayStats } from '../../src/measurement/insight/displayStats.js';
import { johari } from '../../src/measurement/insight/johari.js';
import { emptyLeniencyBias } from '../../src/measurement/insight/leniencyBias.js';
import { insightVersions } from '../../src/measurement/insightVersions.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { sheet } from './sheet.js';

interface Cohort {
  friends: { scales: string; closeness: number | null; elapsedMs: number | null; words: string[] }[];
}

const cohort = (name: string) =>
  (JSON.parse(readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8')) as Cohort).friends.map(
    ({ scales, ...rest }) => sheet(scales, rest),
  );

const eight = cohort('eight-with-gaps');
const five = cohort('five-who-differ');
const self = sheet('33333333333333333332', { words: ['kind', 'bold'] });

/** A failure here without a new version would change what was said of stored measurements. */
it('under these versions the golden cohorts give these insights', () => {
  const [seen, other] = [measure(eight, norms), measure(five, norms)];
  const { unknown, ...panes } = johari(['kind', 'bold'], seen);
  expect(unknown.length + Object.values(panes).flat().length).toBe(24);
  const both = [...five, ...eight, ...eight];
  expect({
    versions: insightVersions,
    stats: displayStats(seen),
    ground: commonGround(seen),
    panes,
    blindSpots: blindSpots(self, seen, emptyLeniencyBias).map(
      ({ trait, strength, friendsSee, difference, standardError }) =>
        `${trait} ${strength} ${friendsSee} ${difference.toFixed(6)} ± ${standardError.toFixed(6)}`,
    ),
    compatibility: compatibility(seen, other),
    traits: changedTraits(other, measure(both, norms)),
    words: changedWords(other, measure(both, norms)),
  }).toMatchInlineSnapshot(`
    {
      "blindSpots": [
        "E NONE HIGHER 0.215909 ± 0.511276",
        "A NONE HIGHER 0.742424 ± 0.442509",
        "C NONE LOWER -1.227273 ± 0.568499",
        "N HINT HIGHER 1.294203 ± 0.572910",
        "I CLEAR HIGHER 1.275298 ± 0.490268",
      ],
      "compatibility": {
        "apart": [
          "C",
        ],
        "label": "CONTRAST",
        "score": 32,
        "together": [],
      },
      "ground": {
        "agreed": [
          "I",
          "A",
          "E",
          "C",
        ],
        "split": [],
        "words": [
          {
            "count": 5,
            "word": "imaginative",
          },
          {
            "count": 4,
            "word": "sensitive",
          },
        ],
      },
      "panes": {
        "arena": [],
        "blindSpot": [
          "curious",
          "imaginative",
          "deep",
          "sensitive",
        ],
        "facade": [
          "kind",
          "bold",
        ],
        "someFriends": [
          "clever",
          "playful",
          "free-spirited",
        ],
      },
      "stats": {
        "charisma": 64,
        "discipline": 3,
        "energy": 34,
        "intellect": 77,
        "kindness": 41,
      },
      "traits": [
        {
          "direction": "DOWN",
          "from": 77,
          "to": 5,
          "trait": "C",
        },
        {
          "direction": "UP",
          "from": 55,
          "to": 96,
          "trait": "N",
        },
      ],
      "versions": {
        "blindSpots": "blind-spots@2",
        "change": "change@1",
        "circles": "circles@1",
        "commonGround": "common-ground@1",
        "compatibility": "compatibility@1",
        "displayStats": "display-stats@1",
        "johari": "johari@2",
        "openText": "open-text@1",
        "withholding": "withholding@1",
      },
      "words": [
        {
          "direction": "UP",
          "from": 0,
          "to": 0.5263157894736842,
          "word": "imaginative",
        },
        {
          "direction": "DOWN",
          "from": 0.6,
          "to": 0.15789473684210525,
          "word": "reliable",
        },
        {
          "direction": "UP",
          "from": 0,
          "to": 0.42105263157894735,
          "word": "sensitive",
        },
        {
          "direction": "UP",
          "from": 0,
          "to": 0.3157894736842105,
          "word": "curious",
        },
        {
          "direction": "UP",
          "from": 0,
          "to": 0.21052631578947367,
          "word": "playful",
        },
      ],
    }
  `);
});

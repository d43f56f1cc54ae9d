import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { loadDataKeys } from '../../src/database/loadDataKeys.js';
import { openDatabase } from '../../src/database/openDatabase.js';
import { reencrypt, sealedColumns } from '../../src/database/reencrypt.js';
import { messageText } from '../../src/entities/Message.js';
import { createTestDatabase } from '../testkit/database.js';
import { newReply } from '../testkit/newReply.js';
import { sourceFiles } from '../testkit/sourceFiles.js';
import { temporaryFolder } from '../testkit/temporaryFolder.js';
import { useOne } from '../testkit/useOne.js';

const newKey = (): string => randomBytes(32).toString('base64');
const database = useOne(createTestDatabase, 'test');

/** Opens the database as a process with these keys does, and closes it afterwards. */
async function withKeys<T>(DATA_KEYS: string, work: (orm: MikroORM) => Promise<T>): Promise<T> {
  const orm = await openDatabase(database.url);
  try {
    await loadDataKeys(orm, readConfig({ DATA_KEYS }));
    return await work(orm);
  } finally {
    await orm.close(true);
  }
}

const nothing = async (): Promise<void> => undefined;

/** A stored text, as it is in the database. */
const storedText = async (orm: MikroORM, id: string): Promise<string> => {
  const [row] = await orm.em
    .fork()
    .execute<{ text: string }[]>('select text from message where id = ?', [id]);
  return row?.text ?? '';
};

const write = async (orm: MikroORM, text: string): Promise<string> => {
  const em = orm.em.fork();
  const id = await newReply(em);
  await em.execute('update message set text = ? where id = ?', [
    messageText.seal(em, id, text) as unknown as string,
    id,
  ]);
  return id;
};

const read = async (orm: MikroORM, id: string): Promise<string> =>
  messageText.open(orm.em, id, (await storedText(orm, id)) as never);

describe('the data keys', () => {
  it('are asked for at the start: a missing or a wrong one is named', async () => {
    const [first, second] = [newKey(), newKey()];
    await withKeys(`k1:${first}`, nothing);
    await withKeys(`k2:${second},k1:${first}`, nothing);
    await expect(withKeys(`k2:${second}`, nothing)).rejects.toThrow(/encrypted with the key k1, which/);
    await expect(withKeys(`k2:${second},k1:${second}`, nothing)).rejects.toThrow(
      /The key k1 .* is not the one/,
    );
    await expect(withKeys('plain', nothing)).rejects.toThrow(/encrypted with the key k1/);
  });

  it('are made once in the data folder, for its owner only, and never again while values need them', async () => {
    await using folder = await temporaryFolder();
    const dataDir = join(folder.path, 'new');
    const load = async (): Promise<void> => {
      const orm = await openDatabase(database.url);
      await loadDataKeys(orm, readConfig({ DATA_DIR: dataDir })).finally(() => orm.close(true));
    };
    await Promise.all([load(), load()]);
    const file = join(dataDir, 'data-keys');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const list = (await readFile(file, 'utf8')).trim();
    await withKeys(list, async (orm) =>
      expect(JSON.stringify(await orm.em.fork().execute('select * from data_key'))).not.toContain(
        list.split(':')[1],
      ),
    );
    await rm(file);
    await expect(load()).rejects.toThrow(/data-keys is missing. Restore the file/);
  });
});

describe('an encrypted text', () => {
  it('is another one each time, and opens in its own row only', async () => {
    await withKeys(`k1:${newKey()}`, async (orm) => {
      const [one, other] = [await write(orm, 'the same words'), await write(orm, 'the same words')];
      const stored = await storedText(orm, one);
      expect(stored).toMatch(/^sealed:1:k1:/);
      expect(stored).not.toBe(await storedText(orm, other));
      await orm.em.fork().execute('update message set text = ? where id = ?', [stored, other]);
      await expect(read(orm, other)).rejects.toThrow(/altered or moved/);
      expect(await read(orm, one)).toBe('the same words');
    });
  });

  it('cannot be altered', async () => {
    await withKeys(`k1:${newKey()}`, async (orm) => {
      const id = await write(orm, 'words');
      const stored = await storedText(orm, id);
      const altered = stored.slice(0, -6) + (stored.at(-6) === 'A' ? 'B' : 'A') + stored.slice(-5);
      await orm.em.fork().execute('update message set text = ? where id = ?', [altered, id]);
      await expect(read(orm, id)).rejects.toThrow(/altered or moved/);
    });
  });

  it('is written plain while an older version runs, also one that looks encrypted', async () => {
    const key = newKey();
    await withKeys(`plain,k1:${key}`, async (orm) => {
      const id = await write(orm, 'readable');
      expect(await storedText(orm, id)).toBe('readable');
      for (const text of ['sealed:1:k1:AAAA', 'sealed:1::AAAA'])
        expect(await read(orm, await write(orm, text))).toBe(text);
    });
  });
});

describe('rotation', () => {
  it('reaches every column that is declared sealed', () => {
    const declared = sourceFiles('src').flatMap(({ text }) => [...text.matchAll(/= new SealedColumn</g)]);
    expect(declared.length).toBeGreaterThan(5);
    expect(sealedColumns).toHaveLength(declared.length);
  });

  it('encrypts with the first key what was plain or had another one, and needs no other key afterwards', async () => {
    const [first, second] = [newKey(), newKey()];
    const texts = ['plain words', 'words of the first key', 'words of the second key'];
    const ids = [
      await withKeys('plain', (orm) => write(orm, texts[0]!)),
      await withKeys(`k1:${first}`, (orm) => write(orm, texts[1]!)),
      await withKeys(`k2:${second},k1:${first}`, (orm) => write(orm, texts[2]!)),
    ];
    await withKeys(`k2:${second},k1:${first}`, async (orm) =>
      expect(await reencrypt(orm)).toEqual({ encrypted: 2, remaining: 0, retired: ['k1'] }),
    );
    await withKeys(`k2:${second}`, async (orm) => {
      expect(await Promise.all(ids.map((id) => read(orm, id)))).toEqual(texts);
      for (const id of ids) expect(await storedText(orm, id)).toMatch(/^sealed:1:k2:/);
      expect(await reencrypt(orm)).toEqual({ encrypted: 0, remaining: 0, retired: [] });
    });
  });

  it('leaves a row that is being changed to the next run, keeps the old key for it, and goes on from there', async () => {
    const [first, second] = [newKey(), newKey()];
    const [locked, free] = await withKeys(`k1:${first}`, async (orm) => [
      await write(orm, randomUUID()),
      await write(orm, randomUUID()),
    ]);
    await withKeys(`k2:${second},k1:${first}`, async (orm) => {
      await orm.em.fork().transactional(async (em) => {
        await em.execute('select 1 from message where id = ? for update', [locked]);
        expect(await reencrypt(orm)).toEqual({ encrypted: 1, remaining: 1, retired: [] });
        expect(await storedText(orm, free)).toMatch(/^sealed:1:k2:/);
      });
      expect(await reencrypt(orm)).toEqual({ encrypted: 1, remaining: 0, retired: ['k1'] });
    });
  });

  it('encrypts thousands of rows in batches', async () => {
    await withKeys('plain', async (orm) => {
      const id = await newReply(orm.em.fork());
      await orm.em.fork().execute(
        `insert into message (id, conversation_id, parent_id, depth, sibling, active, role, text, status)
         select gen_random_uuid(), conversation_id, id, n, 0, false, 'USER', 'message ' || n, 'COMPLETE'
         from message, generate_series(1, 1001) as n where id = ?`,
        [id],
      );
    });
    await withKeys(`k1:${newKey()}`, async (orm) => {
      expect(await reencrypt(orm)).toMatchObject({ encrypted: 1001, remaining: 0 });
      expect(await orm.em.fork().execute("select 1 from message where text like 'message %'")).toEqual([]);
    });
  });
});

import type { TestApp } from './testApp.js';

/** Every table, including the queue's, with a row that contains a text: as it is, or as bytes. */
export async function tablesHolding({ app }: TestApp, text: string): Promise<string[]> {
  const em = app.services.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const hex = Buffer.from(text).toString('hex');
  const holding: string[] = [];
  for (const { name } of tables) {
    const [row] = await em.execute<{ count: string }[]>(
      `select count(*) from ${name} as one where one::text like ? or one::text like ?`,
      [`%${text}%`, `%${hex}%`],
    );
    if (Number(row?.count) > 0) holding.push(name);
  }
  return holding.toSorted();
}

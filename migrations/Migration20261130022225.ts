import { Migration } from '@mikro-orm/migrations';

export class Migration20261130022225 extends Migration {
  override name = 'Migration20261130022225';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "data_key" ("id" varchar(255) not null, "canary" text not null, primary key ("id"));`,
    );

    // Encrypted, a fact is longer than 300 characters. From varchar to text, no row is rewritten.
    this.addSql(`alter table "fact" alter column "text" type text;`);
  }
}

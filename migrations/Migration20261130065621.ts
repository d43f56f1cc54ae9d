import { Migration } from '@mikro-orm/migrations';

export class Migration20261130065621 extends Migration {
  override name = 'Migration20261130065621';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "spending" ("user_id" uuid not null, "hour" timestamptz(0) not null, "cost" double precision not null, primary key ("user_id", "hour"));`,
    );

    this.addSql(
      `alter table "spending" add constraint "spending_user_id_foreign" foreign key ("user_id") references "account" ("id") on delete cascade;`,
    );
  }
}

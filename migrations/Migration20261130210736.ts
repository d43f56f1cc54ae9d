import { Migration } from '@mikro-orm/migrations';

export class Migration20261130210736 extends Migration {
  override name = 'Migration20261130210736';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "kept_fields" ("persona_id" uuid not null, "fields" text not null, primary key ("persona_id"));`,
    );

    this.addSql(
      `alter table "kept_fields" add constraint "kept_fields_persona_id_foreign" foreign key ("persona_id") references "persona" ("id") on update cascade on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "kept_fields" cascade;`);
  }
}

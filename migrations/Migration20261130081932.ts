import { Migration } from '@mikro-orm/migrations';

export class Migration20261130081932 extends Migration {
  override name = 'Migration20261130081932';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "daily_count" ("survey_id" uuid not null, "day" date not null, "kind" varchar(255) not null, "times" int not null, primary key ("survey_id", "day", "kind"));`,
    );

    this.addSql(
      `alter table "daily_count" add constraint "daily_count_survey_id_foreign" foreign key ("survey_id") references "survey" ("id") on delete cascade;`,
    );
  }
}

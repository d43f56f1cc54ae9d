import { Migration } from '@mikro-orm/migrations';

export class Migration20261130141500 extends Migration {
  override name = 'Migration20261130141500';

  override up(): void | Promise<void> {
    this.addSql(`alter table "persona" add "begun_on" date null, add "begun" int not null default 0;`);
    this.addSql(
      `create table "release_sum" ("id" uuid not null, "survey_id" uuid not null, "release" int not null, "sums" jsonb not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "release_sum" add constraint "release_sum_release" unique ("survey_id", "release");`,
    );
    this.addSql(
      `alter table "release_sum" add constraint "release_sum_survey_id_foreign" foreign key ("survey_id") references "survey" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "release_sum";`);
    this.addSql(`alter table "persona" drop column "begun_on", drop column "begun";`);
  }
}

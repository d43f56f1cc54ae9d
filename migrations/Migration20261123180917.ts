import { Migration } from '@mikro-orm/migrations';

export class Migration20261123180917 extends Migration {
  override name = 'Migration20261123180917';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "quote_report" ("id" uuid not null, "version_id" uuid not null, "text" text not null, "reason" text not null, "reported_on" date not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "quote_report" add constraint "quote_report_once" unique ("version_id", "text");`,
    );

    this.addSql(`alter table "account" add "consent" jsonb null;`);

    this.addSql(`alter table "persona" add "hidden_quotes" text[] not null default '{}';`);

    this.addSql(
      `alter table "quote_report" add constraint "quote_report_version_id_foreign" foreign key ("version_id") references "persona_version" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "quote_report" add constraint "quote_report_reason_check" check ("reason" in ('UNKIND', 'IDENTIFYING', 'UNTRUE', 'OTHER'));`,
    );
  }
}

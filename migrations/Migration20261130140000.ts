import { Migration } from '@mikro-orm/migrations';

export class Migration20261130140000 extends Migration {
  override name = 'Migration20261130140000';

  override up(): void | Promise<void> {
    this.addSql(
      `alter table "session" add "last_used_on" date not null default current_date, add "user_agent" varchar(255) null;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "session" drop column "last_used_on", drop column "user_agent";`);
  }
}

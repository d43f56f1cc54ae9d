import { Migration } from '@mikro-orm/migrations';

/** Before those that lock sessions and personas: while it reads all responses, only new responses wait. */
export class Migration20261130134000 extends Migration {
  override name = 'Migration20261130134000';

  override up(): void | Promise<void> {
    this.addSql(
      `create index if not exists "response_release" on "response" ("survey_id", "release", "id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index if exists "response_release";`);
  }
}

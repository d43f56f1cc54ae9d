import { Migration } from '@mikro-orm/migrations';

export class Migration20261130065026 extends Migration {
  override name = 'Migration20261130065026';

  override up(): void | Promise<void> {
    this.addSql(`alter table "persona" add "waiting" jsonb null;`);

    this.addSql(`alter table "persona_version" add "waiting" jsonb null;`);
  }
}

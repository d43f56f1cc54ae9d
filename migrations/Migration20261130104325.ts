import { Migration } from '@mikro-orm/migrations';

export class Migration20261130104325 extends Migration {
  override name = 'Migration20261130104325';

  override up(): void | Promise<void> {
    this.addSql(`alter table "fact" add "found_in" uuid null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "fact" drop column "found_in";`);
  }
}

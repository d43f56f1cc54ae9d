import { Migration } from '@mikro-orm/migrations';

export class Migration20261130071414 extends Migration {
  override name = 'Migration20261130071414';

  override up(): void | Promise<void> {
    this.addSql(`alter table "persona" add "publication" varchar(255) null;`);
  }
}

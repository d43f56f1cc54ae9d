import { Migration } from '@mikro-orm/migrations';

export class Migration20261130021711 extends Migration {
  override name = 'Migration20261130021711';

  override up(): void | Promise<void> {
    this.addSql(`alter table "message" add "lease_worker" int null;`);
  }
}

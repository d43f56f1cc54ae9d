import { Migration } from '@mikro-orm/migrations';

export class Migration20261130024231 extends Migration {
  override name = 'Migration20261130024231';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "lost_work" ("kind" text not null, "found" int not null, "last_found_at" timestamptz(3) not null, primary key ("kind"));`,
    );

    this.addSql(
      `alter table "lost_work" add constraint "lost_work_kind_check" check ("kind" in ('step', 'reply', 'norms', 'release'));`,
    );
  }
}

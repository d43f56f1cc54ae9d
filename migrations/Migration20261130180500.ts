import { Migration } from '@mikro-orm/migrations';

export class Migration20261130180500 extends Migration {
  override name = 'Migration20261130180500';

  override up(): void | Promise<void> {
    this.addSql(
      `create index notification_delivery_pending on notification_delivery (notification_id) where status = 'PENDING';`,
    );
    this.addSql(`alter table "lost_work" drop constraint "lost_work_kind_check";`);
    this.addSql(
      `alter table "lost_work" add constraint "lost_work_kind_check" check ("kind" in ('step', 'reply', 'norms', 'release', 'export', 'delivery'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index notification_delivery_pending;`);
    this.addSql(`delete from "lost_work" where "kind" = 'delivery';`);
    this.addSql(`alter table "lost_work" drop constraint "lost_work_kind_check";`);
    this.addSql(
      `alter table "lost_work" add constraint "lost_work_kind_check" check ("kind" in ('step', 'reply', 'norms', 'release', 'export'));`,
    );
  }
}

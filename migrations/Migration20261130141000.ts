import { Migration } from '@mikro-orm/migrations';

export class Migration20261130141000 extends Migration {
  override name = 'Migration20261130141000';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "data_export" ("id" uuid not null, "owner_id" uuid not null, "status" text not null default 'PENDING', "attempt" int not null default 0, "bytes" int null, "expires_at" timestamptz(3) not null, "created_at" timestamptz(3) not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "data_export_owner_id_index" on "data_export" ("owner_id");`);
    this.addSql(
      `create unique index data_export_pending on data_export (owner_id) where status = 'PENDING';`,
    );
    this.addSql(
      `alter table "data_export" add constraint "data_export_status_check" check ("status" in ('PENDING', 'READY', 'FAILED'));`,
    );
    this.addSql(
      `alter table "data_export" add constraint "data_export_owner_id_foreign" foreign key ("owner_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `create table "data_export_piece" ("export_id" uuid not null, "number" int not null, "content" text not null, primary key ("export_id", "number"));`,
    );
    this.addSql(
      `alter table "data_export_piece" add constraint "data_export_piece_export_id_foreign" foreign key ("export_id") references "data_export" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "lost_work" drop constraint "lost_work_kind_check";`);
    this.addSql(
      `alter table "lost_work" add constraint "lost_work_kind_check" check ("kind" in ('step', 'reply', 'norms', 'release', 'export'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "data_export_piece";`);
    this.addSql(`drop table "data_export";`);
    this.addSql(`delete from "lost_work" where "kind" = 'export';`);
    this.addSql(`alter table "lost_work" drop constraint "lost_work_kind_check";`);
    this.addSql(
      `alter table "lost_work" add constraint "lost_work_kind_check" check ("kind" in ('step', 'reply', 'norms', 'release'));`,
    );
  }
}

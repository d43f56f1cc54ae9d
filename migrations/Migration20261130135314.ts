import { Migration } from '@mikro-orm/migrations';

export class Migration20261130135314 extends Migration {
  override name = 'Migration20261130135314';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "push_subscription" ("id" uuid not null, "session_id" uuid not null, "endpoint" text not null, "p256dh" varchar(255) not null, "auth" varchar(255) not null, "locale" text not null, "created_at" timestamptz(3) not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "push_subscription_session_id_index" on "push_subscription" ("session_id");`);
    this.addSql(
      `alter table "push_subscription" add constraint "push_subscription_endpoint_unique" unique ("endpoint");`,
    );

    this.addSql(
      `create table "inbox" ("user_id" uuid not null, "revision" int not null default 0, "email" boolean not null default false, "locale" text not null default 'EN', primary key ("user_id"));`,
    );
    this.addSql(`insert into "inbox" ("user_id") select "id" from "account";`);

    this.addSql(
      `create table "notification" ("id" uuid not null, "inbox_user_id" uuid not null, "number" int not null, "kind" text not null, "cause" varchar(255) not null, "persona_id" uuid not null, "comparison_id" uuid null, "created_on" date not null, "is_read" boolean not null default false, primary key ("id"));`,
    );
    this.addSql(`alter table "notification" add constraint "notification_cause_unique" unique ("cause");`);
    this.addSql(`create index "notification_persona_id_index" on "notification" ("persona_id");`);
    this.addSql(`create index "notification_comparison_id_index" on "notification" ("comparison_id");`);
    this.addSql(
      `alter table "notification" add constraint "notification_order" unique ("inbox_user_id", "number");`,
    );

    this.addSql(
      `create table "notification_delivery" ("id" uuid not null, "notification_id" uuid not null, "subscription_id" uuid null, "status" text not null default 'PENDING', primary key ("id"));`,
    );
    this.addSql(
      `create index "notification_delivery_notification_id_index" on "notification_delivery" ("notification_id");`,
    );
    this.addSql(
      `create index "notification_delivery_subscription_id_index" on "notification_delivery" ("subscription_id");`,
    );

    this.addSql(
      `alter table "push_subscription" add constraint "push_subscription_session_id_foreign" foreign key ("session_id") references "session" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "push_subscription" add constraint "push_subscription_locale_check" check ("locale" in ('EN', 'KO', 'JA'));`,
    );

    this.addSql(
      `alter table "inbox" add constraint "inbox_user_id_foreign" foreign key ("user_id") references "account" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "inbox" add constraint "inbox_locale_check" check ("locale" in ('EN', 'KO', 'JA'));`,
    );

    this.addSql(
      `alter table "notification" add constraint "notification_inbox_user_id_foreign" foreign key ("inbox_user_id") references "inbox" ("user_id") on delete cascade;`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_persona_id_foreign" foreign key ("persona_id") references "persona" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_comparison_id_foreign" foreign key ("comparison_id") references "comparison" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('MIRROR_READY', 'MIRROR_CHANGED', 'MIRROR_FAILED', 'COMPARISON_ACCEPTED'));`,
    );

    this.addSql(
      `alter table "notification_delivery" add constraint "notification_delivery_notification_id_foreign" foreign key ("notification_id") references "notification" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "notification_delivery" add constraint "notification_delivery_subscription_id_foreign" foreign key ("subscription_id") references "push_subscription" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "notification_delivery" add constraint "notification_delivery_status_check" check ("status" in ('PENDING', 'HANDED_OVER', 'SENT', 'REFUSED', 'SKIPPED'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(
      `alter table "notification_delivery" drop constraint "notification_delivery_subscription_id_foreign";`,
    );
    this.addSql(`alter table "notification" drop constraint "notification_inbox_user_id_foreign";`);
    this.addSql(
      `alter table "notification_delivery" drop constraint "notification_delivery_notification_id_foreign";`,
    );

    this.addSql(`drop table if exists "push_subscription" cascade;`);
    this.addSql(`drop table if exists "inbox" cascade;`);
    this.addSql(`drop table if exists "notification" cascade;`);
    this.addSql(`drop table if exists "notification_delivery" cascade;`);
  }
}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261123133623 extends Migration {
  override name = 'Migration20261123133623';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "conversation" ("id" uuid not null, "persona_id" uuid not null, "revision" int not null default 0, "greeting" smallint not null default 0, "memory_revision" int not null default 0, "unsent" jsonb null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "conversation" add constraint "conversation_persona_id_unique" unique ("persona_id");`,
    );

    this.addSql(
      `create table "message" ("id" uuid not null, "conversation_id" uuid not null, "parent_id" uuid null, "depth" int not null, "sibling" int not null, "active" boolean not null, "left_at" int not null default 0, "role" text not null, "kind" text not null default 'CHAT', "text" text not null default '', "status" text not null, "client_key" varchar(255) null, "edit_of" uuid null, "attempt" smallint not null default 0, "lease_until" timestamptz(3) null, "failure" jsonb null, "provenance" jsonb null, "demo" boolean not null default false, "evidence" jsonb null, "summary" text null, "created_at" timestamptz(3) not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "message_parent_id_index" on "message" ("parent_id");`);
    this.addSql(`create index "message_root" on "message" ("conversation_id") where parent_id is null;`);
    this.addSql(
      `create index "message_summary" on "message" ("conversation_id", "depth") where active and summary is not null;`,
    );
    this.addSql(
      `alter table "message" add constraint "message_client_key" unique ("conversation_id", "client_key");`,
    );
    this.addSql(`create unique index "message_path" on "message" ("conversation_id", "depth") where active;`);
    this.addSql(
      `create unique index "message_unfinished" on "message" ("conversation_id") where status in ('PENDING', 'STREAMING');`,
    );

    this.addSql(
      `create table "reply_chunk" ("message_id" uuid not null, "start" int not null, "finish" int not null, "text" text not null, primary key ("message_id", "start"));`,
    );

    this.addSql(
      `create table "fact" ("id" uuid not null, "conversation_id" uuid not null, "text" varchar(300) not null, "source" text not null, "created_at" timestamptz(3) not null default now(), primary key ("id"));`,
    );
    this.addSql(`alter table "fact" add constraint "fact_once" unique ("conversation_id", "text");`);

    this.addSql(
      `alter table "conversation" add constraint "conversation_persona_id_foreign" foreign key ("persona_id") references "persona" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "message" add constraint "message_conversation_id_foreign" foreign key ("conversation_id") references "conversation" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "message" add constraint "message_role_check" check ("role" in ('USER', 'PERSONA'));`,
    );
    this.addSql(
      `alter table "message" add constraint "message_kind_check" check ("kind" in ('CHAT', 'HELP_CARD'));`,
    );
    this.addSql(
      `alter table "message" add constraint "message_status_check" check ("status" in ('PENDING', 'STREAMING', 'COMPLETE', 'STOPPED', 'FAILED'));`,
    );

    this.addSql(
      `alter table "reply_chunk" add constraint "reply_chunk_message_id_foreign" foreign key ("message_id") references "message" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "fact" add constraint "fact_conversation_id_foreign" foreign key ("conversation_id") references "conversation" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "fact" add constraint "fact_source_check" check ("source" in ('OWNER', 'SUMMARY'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "message" drop constraint "message_conversation_id_foreign";`);
    this.addSql(`alter table "fact" drop constraint "fact_conversation_id_foreign";`);
    this.addSql(`alter table "reply_chunk" drop constraint "reply_chunk_message_id_foreign";`);

    this.addSql(`drop table if exists "conversation" cascade;`);
    this.addSql(`drop table if exists "message" cascade;`);
    this.addSql(`drop table if exists "reply_chunk" cascade;`);
    this.addSql(`drop table if exists "fact" cascade;`);
  }
}

import { Migration } from '@mikro-orm/migrations';

export class Migration20261123090856 extends Migration {
  override name = 'Migration20261123090856';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "secret" ("name" varchar(255) not null, "value" text not null, primary key ("name"));`,
    );

    this.addSql(
      `create table "account" ("id" uuid not null, "google_sub" varchar(255) not null, "email" varchar(255) not null, "display_name" varchar(255) not null, "given_name" varchar(255) not null, "created_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`alter table "account" add constraint "account_google_sub_unique" unique ("google_sub");`);

    this.addSql(
      `create table "survey" ("id" uuid not null, "owner_id" uuid not null, "slug" varchar(255) not null, "title" varchar(255) null, "owner_name" varchar(255) not null, "locale" text not null, "questionnaire" varchar(255) not null, "status" text not null default 'OPEN', "response_count" int not null default 0, "revision" int not null default 0, "device_secret" varchar(255) not null, "created_at" timestamptz(3) not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "survey_owner_id_index" on "survey" ("owner_id");`);
    this.addSql(`alter table "survey" add constraint "survey_slug_unique" unique ("slug");`);

    this.addSql(
      `create table "response" ("id" uuid not null, "survey_id" uuid not null, "client_key" varchar(255) not null, "content_hash" varchar(255) not null, "device" varchar(255) null, "receipt" varchar(255) not null, "relation" text not null, "closeness" smallint null, "elapsed_ms" int null, "answers" jsonb not null, "submitted_on" date not null, primary key ("id"));`,
    );
    this.addSql(`alter table "response" add constraint "response_receipt_unique" unique ("receipt");`);
    this.addSql(
      `alter table "response" add constraint "response_client_key" unique ("survey_id", "client_key");`,
    );
    this.addSql(`alter table "response" add constraint "response_device" unique ("survey_id", "device");`);

    this.addSql(
      `create table "persona" ("id" uuid not null, "survey_id" uuid not null, "slug" varchar(255) not null, "name" varchar(255) not null, "status" text not null default 'PENDING', "revision" int not null default 0, "generation" int not null default 0, "evidence" jsonb null, "text" jsonb null, "provenance" jsonb null, "illustration" jsonb null, "failure" jsonb null, primary key ("id"));`,
    );
    this.addSql(`alter table "persona" add constraint "persona_survey_id_unique" unique ("survey_id");`);
    this.addSql(`alter table "persona" add constraint "persona_slug_unique" unique ("slug");`);
    this.addSql(
      `create index "persona_at_work" on "persona" ("status") where status in ('SYNTHESIZING', 'GENERATING_IMAGE');`,
    );

    this.addSql(
      `create table "image" ("hash" varchar(255) not null, "persona_id" uuid not null, "width" int not null, "height" int not null, "bytes" bytea not null, primary key ("hash", "persona_id"));`,
    );
    this.addSql(`create index "image_persona_id_index" on "image" ("persona_id");`);

    this.addSql(
      `create table "session" ("id" uuid not null, "user_id" uuid not null, "created_at" timestamptz not null default now(), "revoked_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "session_user_id_index" on "session" ("user_id");`);

    this.addSql(
      `create table "refresh_token" ("hash" varchar(255) not null, "session_id" uuid not null, "expires_at" timestamptz not null, "used_at" timestamptz null, primary key ("hash"));`,
    );
    this.addSql(`create index "refresh_token_session_id_index" on "refresh_token" ("session_id");`);

    this.addSql(
      `alter table "survey" add constraint "survey_owner_id_foreign" foreign key ("owner_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "survey" add constraint "survey_count_not_negative" check (response_count >= 0);`,
    );
    this.addSql(
      `alter table "survey" add constraint "survey_locale_check" check ("locale" in ('EN', 'KO', 'JA'));`,
    );
    this.addSql(
      `alter table "survey" add constraint "survey_status_check" check ("status" in ('OPEN', 'CLOSED'));`,
    );

    this.addSql(
      `alter table "response" add constraint "response_survey_id_foreign" foreign key ("survey_id") references "survey" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "response" add constraint "response_relation_check" check ("relation" in ('FRIEND', 'FAMILY', 'PARTNER', 'CLASSMATE', 'COLLEAGUE', 'OTHER'));`,
    );

    this.addSql(
      `alter table "persona" add constraint "persona_survey_id_foreign" foreign key ("survey_id") references "survey" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "persona" add constraint "persona_status_check" check ("status" in ('PENDING', 'SYNTHESIZING', 'GENERATING_IMAGE', 'READY', 'FAILED'));`,
    );

    this.addSql(
      `alter table "image" add constraint "image_persona_id_foreign" foreign key ("persona_id") references "persona" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "session" add constraint "session_user_id_foreign" foreign key ("user_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "refresh_token" add constraint "refresh_token_session_id_foreign" foreign key ("session_id") references "session" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "survey" drop constraint "survey_owner_id_foreign";`);
    this.addSql(`alter table "session" drop constraint "session_user_id_foreign";`);
    this.addSql(`alter table "response" drop constraint "response_survey_id_foreign";`);
    this.addSql(`alter table "persona" drop constraint "persona_survey_id_foreign";`);
    this.addSql(`alter table "image" drop constraint "image_persona_id_foreign";`);
    this.addSql(`alter table "refresh_token" drop constraint "refresh_token_session_id_foreign";`);

    this.addSql(`drop table if exists "secret" cascade;`);
    this.addSql(`drop table if exists "account" cascade;`);
    this.addSql(`drop table if exists "survey" cascade;`);
    this.addSql(`drop table if exists "response" cascade;`);
    this.addSql(`drop table if exists "persona" cascade;`);
    this.addSql(`drop table if exists "image" cascade;`);
    this.addSql(`drop table if exists "session" cascade;`);
    this.addSql(`drop table if exists "refresh_token" cascade;`);
  }
}

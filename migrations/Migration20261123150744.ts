import { Migration } from '@mikro-orm/migrations';

export class Migration20261123150744 extends Migration {
  override name = 'Migration20261123150744';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "norm_sum" ("locale" text not null, "sums" jsonb not null, "kindness" jsonb not null, primary key ("locale"));`,
    );

    this.addSql(
      `create table "self_portrait" ("owner_id" uuid not null, "questionnaire" varchar(255) not null, "answers" jsonb not null, primary key ("owner_id"));`,
    );

    this.addSql(
      `create table "persona_version" ("id" uuid not null, "persona_id" uuid not null, "number" int not null, "status" text not null default 'SYNTHESIZING', "generation" int not null default 1, "measurement" jsonb null, "circles" jsonb null, "self" jsonb null, "kindness" jsonb null, "quotes" jsonb null, "evidence" jsonb null, "reflections" jsonb null, "text" jsonb null, "provenance" jsonb null, "illustration" jsonb null, "failure" jsonb null, "made_on" date not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "persona_version_at_work" on "persona_version" ("status") where status in ('SYNTHESIZING', 'GENERATING_IMAGE');`,
    );
    this.addSql(
      `alter table "persona_version" add constraint "persona_version_number" unique ("persona_id", "number");`,
    );

    this.addSql(
      `create table "comparison" ("id" uuid not null, "inviter_id" uuid not null, "accepter_id" uuid null, "inviter_version_id" uuid null, "accepter_version_id" uuid null, "code" varchar(255) not null, "created_at" timestamptz(3) not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "comparison_inviter_id_index" on "comparison" ("inviter_id");`);
    this.addSql(`create index "comparison_accepter_id_index" on "comparison" ("accepter_id");`);
    this.addSql(`alter table "comparison" add constraint "comparison_code_unique" unique ("code");`);

    this.addSql(`alter table "image" drop constraint "image_persona_id_foreign";`);

    this.addSql(
      `alter table "survey" add "releases" int not null default 0, add "unreleased" int not null default 0, add "withdrawn_from" int not null default 0, add "norm_consent" boolean not null default false, add "restarted" boolean not null default false;`,
    );

    this.addSql(`alter table "account" add "in_norms" text[] not null default '{}';`);
    this.addSql(`alter table "response" add "release" int null;`);

    this.addSql(`drop index "persona_at_work";`);
    this.addSql(`alter table "persona" drop constraint "persona_status_check";`);

    // Existing personas become first versions. Unfinished ones restart, because the saga has more stages now.
    this
      .addSql(`insert into "persona_version" ("id", "persona_id", "number", "status", "generation", "quotes", "evidence", "text", "provenance", "illustration", "failure", "made_on")
      select gen_random_uuid(), "id", 1, "status", "generation" + 1, '[]',
        "evidence" || '{"basis": "FRIENDS", "quotes": []}', "text",
        "provenance" || jsonb_build_object('prompts', jsonb_build_object('persona', "provenance" ->> 'prompt'), 'cost', null, 'writing', 'FIRST'),
        "illustration", case when "status" = 'FAILED' then "failure" - 'revision' end, current_date
      from "persona" where "status" <> 'PENDING';`);
    this
      .addSql(`update "persona_version" set "quotes" = null, "evidence" = null, "text" = null, "provenance" = null
      where "status" = 'SYNTHESIZING' or "failure" ->> 'step' = 'SYNTHESIZING';`);
    this.addSql(
      `update "image" set "persona_id" = "persona_version"."id" from "persona_version" where "persona_version"."persona_id" = "image"."persona_id";`,
    );
    this.addSql(
      `update "survey" set "releases" = 1, "restarted" = "persona"."status" = 'READY' from "persona" where "persona"."survey_id" = "survey"."id" and "persona"."status" <> 'PENDING';`,
    );
    this.addSql(`update "survey" set "unreleased" = "response_count" where "releases" = 0;`);
    this.addSql(
      `update "response" set "release" = 1 from "survey" where "survey"."id" = "response"."survey_id" and "survey"."releases" = 1;`,
    );

    this.addSql(
      `alter table "persona" drop column "evidence", drop column "generation", drop column "illustration", drop column "provenance", drop column "text";`,
    );
    this.addSql(
      `alter table "persona" add "owner_id" uuid null, add "locale" text null, add "shown" int null, add "pinned" boolean not null default false, add "voice" varchar(255) null;`,
    );
    this.addSql(
      `update "persona" set "owner_id" = "survey"."owner_id", "locale" = "survey"."locale", "shown" = case when "persona"."status" = 'READY' then 1 end from "survey" where "survey"."id" = "persona"."survey_id";`,
    );
    this.addSql(
      `alter table "persona" alter column "owner_id" set not null, alter column "locale" set not null;`,
    );
    this.addSql(
      `alter table "persona" add constraint "persona_owner_id_foreign" foreign key ("owner_id") references "account" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "persona" alter column "survey_id" drop not null;`);
    this.addSql(`create index "persona_owner_id_index" on "persona" ("owner_id");`);
    this.addSql(`create unique index persona_practice on persona (owner_id) where survey_id is null;`);
    this.addSql(
      `alter table "persona" add constraint "persona_locale_check" check ("locale" in ('EN', 'KO', 'JA'));`,
    );
    this.addSql(
      `alter table "persona" add constraint "persona_status_check" check ("status" in ('READY', 'GENERATING_IMAGE', 'SYNTHESIZING', 'FAILED', 'PENDING'));`,
    );

    this.addSql(`drop index "image_persona_id_index";`);
    this.addSql(`alter table "image" drop constraint "image_pkey";`);
    this.addSql(`alter table "image" rename column "persona_id" to "version_id";`);
    this.addSql(
      `alter table "image" add constraint "image_version_id_foreign" foreign key ("version_id") references "persona_version" ("id") on delete cascade;`,
    );
    this.addSql(`create index "image_version_id_index" on "image" ("version_id");`);
    this.addSql(`alter table "image" add primary key ("hash", "version_id");`);

    this.addSql(
      `alter table "norm_sum" add constraint "norm_sum_locale_check" check ("locale" in ('EN', 'KO', 'JA'));`,
    );

    this.addSql(
      `alter table "self_portrait" add constraint "self_portrait_owner_id_foreign" foreign key ("owner_id") references "account" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "persona_version" add constraint "persona_version_persona_id_foreign" foreign key ("persona_id") references "persona" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "persona_version" add constraint "persona_version_status_check" check ("status" in ('SYNTHESIZING', 'GENERATING_IMAGE', 'READY', 'FAILED'));`,
    );

    this.addSql(
      `alter table "comparison" add constraint "comparison_inviter_id_foreign" foreign key ("inviter_id") references "persona" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "comparison" add constraint "comparison_accepter_id_foreign" foreign key ("accepter_id") references "persona" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "comparison" add constraint "comparison_inviter_version_id_foreign" foreign key ("inviter_version_id") references "persona_version" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "comparison" add constraint "comparison_accepter_version_id_foreign" foreign key ("accepter_version_id") references "persona_version" ("id") on delete set null;`,
    );
  }
}

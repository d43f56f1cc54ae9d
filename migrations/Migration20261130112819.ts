import { Migration } from '@mikro-orm/migrations';

export class Migration20261130112819 extends Migration {
  override name = 'Migration20261130112819';

  override up(): void | Promise<void> {
    this.addSql(
      `alter table "comparison" add "inviter_sharing" boolean not null default false, add "accepter_sharing" boolean not null default false;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "comparison" drop column "inviter_sharing", drop column "accepter_sharing";`);
  }
}

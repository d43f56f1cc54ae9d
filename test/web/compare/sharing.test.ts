import { expect, it } from 'vitest';
import {
  AcceptComparisonDocument,
  AllowSharingComparisonDocument,
  InviteToCompareDocument,
} from '../../../operations/generated/graphql.js';
import { useWeb } from '../../testkit/useWeb.js';
import { webWords } from '../../testkit/webWords.js';
import { readyPersona } from '../steps/readyPersona.js';

const web = useWeb();
const words = webWords('en');

it('an invitation names its inviter, and its result comes first and is shared once both allow it', async () => {
  const { page, client } = await web.openAs('Mina Park', 'phone');
  const other = await web.openAs('Juno Lee', 'phone');
  const [mine, theirs] = [await readyPersona(client, web.url), await readyPersona(other.client, web.url)];
  const { inviteToCompare } = await client.run(InviteToCompareDocument, { personaId: mine });
  const { id: comparisonId, code, url } = inviteToCompare.comparison;

  const friend = await web.open('phone');
  await friend.page.goto(new URL(url ?? '').pathname);
  await friend.page.getByRole('heading', { name: words('compare.invitedBy', { name: 'Mina' }) }).waitFor();

  await other.client.run(AcceptComparisonDocument, { code: code ?? '', personaId: theirs });
  await page.goto(`/compare#${comparisonId}`);
  const result = page.getByRole('article');
  await result.getByText(words('compare.sharing.none')).waitFor();
  expect(await result.evaluate((article) => article === document.activeElement)).toBe(true);
  const invitation = page.getByRole('heading', { name: words('compare.invite') });
  const [above, below] = [await result.boundingBox(), await invitation.boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0);

  await result.getByRole('button', { name: words('compare.sharing.allow') }).click();
  await result.getByText(words('compare.sharing.mine', { name: 'Juno' })).waitFor();
  await other.client.run(AllowSharingComparisonDocument, { comparisonId, allowed: true });
  await page.reload();
  await result.getByRole('button', { name: words('compare.sharing.open') }).click();
  const dialog = page.getByRole('dialog');
  const picture = dialog.getByRole('img', { name: words('compare.picture.alt') });
  await picture.waitFor();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(1350);
  const saving = page.waitForEvent('download');
  await dialog.getByRole('link', { name: words('compare.picture.save') }).click();
  expect((await saving).suggestedFilename()).toBe('re-mirai-comparison.png');
});

it('a link of an invitation is sent with KakaoTalk first in Korean', async () => {
  const { page, client } = await web.openAs('민아', 'phone', { locale: 'ko-KR' });
  await client.run(InviteToCompareDocument, { personaId: await readyPersona(client, web.url) });
  await page.goto('/compare');
  const korean = webWords('ko');
  const chips = page.getByRole('list', { name: korean('shell.send.with') }).getByRole('listitem');
  await chips.first().waitFor();
  expect((await chips.allTextContents())[0]).toContain(korean('shell.send.kakao'));
});

import { InviteToCompareDocument } from '../../operations/generated/graphql.js';
import type { Scene, SceneData } from './sceneData.js';

const survey =
  (friends: number) =>
  async (data: SceneData): Promise<string> =>
    `/surveys/${(await data.answered(friends)).id}`;

const invitation = (data: SceneData): Promise<string> =>
  data.once('invitation', async () => {
    const { client } = await data.person('owner');
    const { personaId } = await data.answered(3);
    const { comparison } = (await client.run(InviteToCompareDocument, { personaId })).inviteToCompare;
    return new URL(comparison.url ?? '').pathname;
  });

/** An owner with a mirror, of which the inbox tells, and a survey that still waits. */
const fullHome = async (data: SceneData): Promise<string> => {
  await Promise.all([data.answered(1), data.answered(3)]);
  return '/home';
};

/**
 * Scenes of sign-in and navigation, and of an owner before the persona exists. To add a picture, add an
 * entry.
 */
export const ownerScenes: readonly Scene[] = [
  { name: 'landing-first', path: () => '/', isLocalised: true },
  {
    name: 'landing-example',
    path: () => '/',
    act: async (page) => {
      // The app may still replace the page, so once is not enough.
      while (!(await page.locator('#example').isVisible())) await page.keyboard.press('End');
    },
    isFleeting: true,
    isLocalised: true,
  },
  { name: 'landing-next', path: () => '/?next=/home' },
  {
    name: 'demo-sign-in',
    isFleeting: true,
    path: () => '/',
    act: async (page) => {
      await page.locator('.sign-in .button').click();
      await page.waitForURL(/\/demo\/google\/authorize/);
    },
    isLocalised: true,
  },
  { name: 'sign-in-failed', path: () => '/auth/callback#error=access_denied' },
  { name: 'privacy-policy', path: () => '/privacy', isLocalised: true },
  { name: 'not-found', path: () => '/nowhere/at/all', noise: /404/ },
  { name: 'welcome-first', path: () => '/welcome', who: 'newcomer', isLocalised: true },
  { name: 'welcome-too-young', path: () => '/welcome', who: 'child' },
  { name: 'home-empty', path: () => '/home', who: 'nobody', isLocalised: true },
  { name: 'create-form', path: () => '/surveys/new', who: 'owner', isLocalised: true },
  { name: 'survey-0', path: survey(0), who: 'owner' },
  { name: 'survey-1', path: survey(1), who: 'owner' },
  { name: 'survey-2', path: survey(2), who: 'owner', isLocalised: true },
  { name: 'survey-3', path: survey(3), who: 'owner', isLocalised: true },
  {
    name: 'survey-qr',
    isFleeting: true,
    path: survey(0),
    who: 'owner',
    act: async (page) => {
      await page.getByRole('button', { name: 'Show QR code' }).click();
      await page.getByRole('dialog').getByRole('img').waitFor();
    },
  },
  {
    name: 'survey-delete',
    isFleeting: true,
    path: survey(0),
    who: 'owner',
    act: async (page) => {
      await page.getByRole('button', { name: 'Delete survey' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'survey-unknown', path: () => '/surveys/nobody-has-this', who: 'owner' },
  { name: 'practice-intro', path: () => '/practice', who: 'nobody', isLocalised: true },
  {
    name: 'practice-scale',
    path: () => '/practice',
    who: 'nobody',
    act: async (page) => {
      await page.locator('.begin button').click();
      await page.getByRole('progressbar').waitFor();
    },
  },
  { name: 'compare-empty', path: () => '/compare', who: 'nobody' },
  {
    name: 'compare-invited',
    path: async (data) => {
      await invitation(data);
      return '/compare';
    },
    who: 'owner',
  },
  { name: 'invitation-signed-out', path: invitation, isLocalised: true },
  { name: 'invitation-own', path: invitation, who: 'owner' },
  { name: 'invitation-no-mirror', path: invitation, who: 'nobody' },
  { name: 'home-full', path: fullHome, who: 'owner', isLocalised: true },
  {
    name: 'home-inbox',
    path: fullHome,
    who: 'owner',
    isLocalised: true,
    isFleeting: true,
    act: async (page) => {
      await page.locator('.bell').getByRole('button').click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  },
  { name: 'settings-all', path: () => '/settings', who: 'owner', isLocalised: true },
];

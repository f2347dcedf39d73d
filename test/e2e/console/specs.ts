/** What people see and do in the console, in a real browser, on the stack that the story has been played on. */
import { expect, it } from 'vitest';
import { type Role, roles } from '#api/roles.ts';
import { eventually } from '#local/story/eventually.ts';
import type { Played } from '#local/story/play.ts';
import { seriousFindings } from './accessible.ts';
import { deployBadly, hurry } from './bad-deploy.ts';
import { arrivedOf, receiveOneLine, untilDead } from './dead-letter.ts';
import { decide } from './dialog.ts';
import { everyPage } from './pages.ts';
import type { ConsolePeople } from './people-in-the-console.ts';
import { takePicture } from './picture.ts';

interface Given {
  readonly played: () => Played;
  readonly people: () => ConsolePeople;
}

/** Pages that only some roles see. */
const seen: Readonly<Record<string, readonly Role[]>> = {
  'Dead letters': ['ops', 'auditor'],
  Replay: ['ops', 'auditor'],
  Audit: ['ops', 'auditor'],
  Exceptions: roles,
  Planning: roles,
};

export function consoleSpecs({ played, people }: Given): void {
  it.each(roles)('[A4] %s signs in on the hosted page and sees the pages of the role', async (role) => {
    const { page, visit } = await people().as(role);
    await visit('/overview');
    const navigation = page.getByRole('navigation', { name: 'Pages' });
    for (const [name, who] of Object.entries(seen)) {
      const links = await navigation.getByRole('link', { name, exact: true }).count();
      expect(links, name).toBe(who.includes(role) ? 1 : 0);
    }
  });

  it('[O1] a planner follows a forecast from its file to the order in the ERP', async () => {
    const { page, visit } = await people().as('planner');
    const { story } = played();
    const order = story.orders.find(({ state }) => state !== 'refused');
    await visit(`/documents?find=${encodeURIComponent(story.dropped.key.split('/').at(-1) ?? '')}`);
    await page
      .getByRole('link', { name: /week|plan|csv/i })
      .first()
      .waitFor();
    await visit(`/releases/${story.release.id}`);
    await page.getByText(String(story.release.counts.received)).first().waitFor();
    await visit(`/orders/${order?.id}`);
    await page.getByRole('heading', { level: 1, name: `Order ${order?.number}` }).waitFor();
    for (const station of ['Plan', 'Release', 'Approval', 'Order']) {
      await page.getByText(station, { exact: true }).first().waitFor();
    }
    await page.getByRole('link', { name: story.release.fileName }).first().click();
    await page.waitForURL(/\/(?:documents|releases)\//);
  });

  it('[S6] the exception that a buyer accepted says by whom, when and why', async () => {
    const { page, visit } = await people().as('buyer');
    await visit(`/exceptions/${played().story.decided?.exception.id}`);
    const main = page.getByRole('main');
    await main.getByText('Enough until the next delivery.').first().waitFor();
    await main.getByText('buyer@crossdock.local').first().waitFor();
    expect(await page.getByRole('button', { name: 'Accept', exact: true }).count()).toBe(0);
  });

  it('[A4] an auditor sees an exception and cannot decide it: no button, and 403 of the API', async () => {
    const { page, visit, call } = await people().as('auditor');
    const { id } = played().story.undecided[0] ?? { id: '' };
    await visit(`/exceptions/${id}`);
    for (const name of ['Accept', 'Claim', 'Close', 'Assign']) {
      expect(await page.getByRole('button', { name }).count(), name).toBe(0);
    }
    const decided = await call('POST', `/v1/exceptions/${id}/resolve`, { action: 'close', reason: 'x' });
    expect(decided).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('[A4] a buyer has no dead letters: no page, and 403 of the API', async () => {
    const { page, call } = await people().as('buyer');
    await page.goto('/dead-letters');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: /redrive/i }).count()).toBe(0);
    expect(await call('GET', '/v1/dead-letters')).toMatchObject({ status: 403 });
  });

  it('[O4] a message died of a bad deploy; once that is repaired ops redrives it, and it is applied once', async () => {
    const { page, visit } = await people().as('ops');
    const bad = await deployBadly('crossdock-local-apply-goods-receipt');
    await hurry('crossdock-local-goods-receipts');
    const arrival = await receiveOneLine(played());
    const letter = await untilDead(played(), 'goods-receipts');
    await visit(`/dead-letters/${letter}`);
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText(/It would fail again/).waitFor({ timeout: 60_000 });
    await takePicture(page, 'dead-letter');
    expect(await arrivedOf(played(), arrival)).toEqual([]);

    await bad.repair();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('It would be worked on').waitFor({ timeout: 60_000 });
    await decide(page, 'Redrive', 'The next deploy is better.');
    await eventually('The receipt', 120, async () => {
      const arrived = await arrivedOf(played(), arrival);
      return arrived.length > 0 ? { seen: arrived } : { notYet: 'the order knows of none.' };
    });
    await visit(`/dead-letters/${letter}`);
    await page.getByText('Redriven', { exact: true }).first().waitFor({ timeout: 60_000 });
    expect(await arrivedOf(played(), arrival)).toEqual([arrival.good]);
  });

  it('[E4] ops replays the events of an order to one consumer, sees first what it would do, and nothing is done twice', async () => {
    const { page, visit } = await people().as('ops');
    const { eyes, story } = played();
    const id = story.orders.find(({ state }) => state !== 'refused')?.id ?? '';
    const before = await eyes.records.get('order-ledger', id);
    await visit(`/replays/new?consumer=open-order-ledger&type=purchase-order&id=${id}`);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'What would happen' }).waitFor({ timeout: 60_000 });
    await takePicture(page, 'replay-preview');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Reason').fill('The ledger is opened once more.');
    await page.getByRole('button', { name: 'Start the replay' }).click();
    const main = page.getByRole('main');
    await main.getByText('Done', { exact: true }).first().waitFor({ timeout: 90_000 });
    expect((await eyes.records.get('order-ledger', id))?.body).toEqual(before?.body);
  });

  it('[A5] an auditor reads who accepted what, from where, before and after', async () => {
    const { page, visit } = await people().as('auditor');
    const id = played().story.decided?.exception.id;
    await visit(`/audit?target=${encodeURIComponent(`exception#${id}`)}`);
    const main = page.getByRole('main');
    await main.getByText('Resolve exception').first().waitFor();
    await main.getByText('buyer@crossdock.local').first().waitFor();
    await main.getByText('Enough until the next delivery.').first().waitFor();
    await main
      .getByRole('button', { name: /changed|field/i })
      .first()
      .click();
    await main
      .getByText(/resolved/)
      .first()
      .waitFor();
    await takePicture(page, 'audit-of-a-decision');
  });

  it('[O3] no page has a serious finding of axe-core', async () => {
    const findings: string[] = [];
    for (const { name, as, path } of await everyPage(played())) {
      const { page, visit } = await people().as(as);
      await visit(path);
      expect(
        await page
          .getByRole('main')
          .getByText(/not found|cannot be shown/i)
          .count(),
        path,
      ).toBe(0);
      await takePicture(page, name);
      findings.push(...(await seriousFindings(page)).map((finding) => `${path}: ${finding}`));
    }
    expect(findings).toEqual([]);
  });

  it('[A4] nobody caused an error in the browser', () => {
    expect(people().faults()).toEqual([]);
  });
}

import type { Browser } from 'playwright-core';
import type { Role } from '#api/roles.ts';
import type { People } from '#local/story/people.ts';
import { decide } from './dialog.ts';
import { signIn, type Visitor } from './visitor.ts';

/** The people of the story, each before a browser of their own, and what their browsers complained about. */
export interface ConsolePeople extends People {
  readonly as: (role: Role) => Promise<Visitor>;
  readonly faults: () => readonly string[];
}

/** People who decide in the console as people do: they open the record, press the button and say why. */
export function peopleInTheConsole(browser: Browser): ConsolePeople {
  const visitors = new Map<Role, Promise<Visitor>>();
  const everybody: Visitor[] = [];
  const as = (role: Role): Promise<Visitor> => {
    const known = visitors.get(role);
    if (known) return known;
    const visitor = signIn(browser, role).then((one) => {
      everybody.push(one);
      return one;
    });
    visitors.set(role, visitor);
    return visitor;
  };
  return {
    as,
    faults: () => everybody.flatMap(({ role, faults }) => faults.map((fault) => `${role}: ${fault}`)),
    approveGroup: async ({ proposalIds }) => {
      const { page, visit } = await as('planner');
      for (const id of proposalIds) {
        await visit(`/proposals/${id}`);
        await decide(page, 'Approve', 'Looked at with the supplier; go ahead.');
      }
    },
    explainCode: async ({ id, evidence }, ours) => {
      const { page, visit } = await as('steward');
      await visit(`/exceptions/${id}`);
      await page
        .getByText(evidence[0]?.received ?? '')
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Map this code' }).click();
      const dialog = page.getByRole('dialog');
      const item = dialog.getByRole('combobox', { name: 'Our item' });
      await item.fill(ours);
      await dialog.getByRole('option').first().click();
      await dialog.getByRole('button', { name: 'Map this code' }).click();
      await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
    },
    acceptAnswer: async ({ id }, reason) => {
      const { page, visit } = await as('buyer');
      await visit(`/exceptions/${id}`);
      await decide(page, 'Accept', reason);
    },
  };
}

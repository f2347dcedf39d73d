import type { Browser, Page } from 'playwright-core';
import type { Role } from '#api/roles.ts';
import { peopleSchema } from '#local/console/make-people.ts';

/** Somebody who sits before the console. */
export interface Visitor {
  readonly role: Role;
  readonly page: Page;
  /** What the browser's console and the network said that a user should never cause. */
  readonly faults: readonly string[];
  /** Go to a path of the console and wait until the page is there. */
  visit(path: string): Promise<void>;
  /** Call the API with this person's own token; answers the status and the body. */
  call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  leave(): Promise<void>;
}

export function consoleUrl(): string {
  const url = process.env.CROSSDOCK_CONSOLE_URL;
  if (url) return url;
  throw new Error(
    'CROSSDOCK_CONSOLE_URL is not set: run end-to-end tests with npm test, which raises the stack.',
  );
}

/** Sign in through the hosted page, as a person of a role, in a browser context of their own. */
export async function signIn(browser: Browser, role: Role): Promise<Visitor> {
  const { user, password } = peopleSchema.parse(JSON.parse(process.env.CROSSDOCK_PEOPLE ?? '{}'))[role];
  const context = await browser.newContext({
    baseURL: consoleUrl(),
    viewport: { width: 1440, height: 1000 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  // What a test does by itself, past the console, is no fault of the console.
  let byItself = false;
  const faults = listenForFaults(page, () => byItself);
  await page.goto('/');
  await page.locator('input[name=username]').fill(user);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit], input[type=submit]').first().click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return {
    role,
    page,
    faults,
    visit: async (path) => {
      await page.goto(path);
      await settled(page);
    },
    call: async (method, path, body) => {
      byItself = true;
      const answer = await callAs(page, method, path, body);
      byItself = false;
      return answer;
    },
    leave: () => context.close(),
  };
}

/** A heading, and nothing that still loads or is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const busy = page.locator('[aria-busy=true]');
  const saysSo = page.getByText(/^(?:Loading|Drawing|Looking for|Asking).*…$/);
  for (const working of [busy, saysSo]) {
    await working.filter({ visible: true }).first().waitFor({ state: 'detached' });
  }
}

function listenForFaults(page: Page, ignored: () => boolean): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !ignored()) faults.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

/** From within the page, with the token the console itself holds. */
const callAs = (page: Page, method: string, path: string, body: unknown) =>
  page.evaluate(
    async (call) => {
      const kept = Object.keys(sessionStorage).find((key) => key.startsWith('oidc.user:')) ?? '';
      const { access_token: token } = JSON.parse(sessionStorage.getItem(kept) ?? '{}');
      const response = await fetch(call.path, {
        method: call.method,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
          ...(call.ifMatch ? { 'If-Match': call.ifMatch } : {}),
        },
        ...(call.method === 'POST' ? { body: JSON.stringify(call.body ?? {}) } : {}),
      });
      return { status: response.status, body: (await response.json()) as unknown };
    },
    { method, path, body, ifMatch: method === 'POST' ? '"1"' : undefined },
  );

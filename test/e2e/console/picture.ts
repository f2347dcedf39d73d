import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { LOCAL, ROOT } from '#local/bootstrap/places.mjs';

/** Into the guides where `npm test -- --screenshots` asks for that, else where nothing is kept: pictures differ with every run. */
const folder =
  process.env.CROSSDOCK_SCREENSHOTS === 'keep'
    ? join(ROOT, 'docs', 'guides', 'images')
    : join(LOCAL, 'screenshots');

/** A picture of what the page shows, under a name. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

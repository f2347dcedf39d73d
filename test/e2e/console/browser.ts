/** A real browser: the one an npm package brings on Linux, the installed Chrome elsewhere. Nothing is downloaded. */
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver, type LaunchOptions } from 'playwright-core';

/** Its own arguments switch web security off: the console is to be met as people meet it. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

export async function openBrowser(): Promise<Browser> {
  const brought = process.platform === 'linux' && process.arch === 'x64';
  const where: LaunchOptions = brought
    ? { executablePath: await chromium.executablePath() }
    : { channel: 'chrome' };
  return driver.launch({ ...where, args: ARGUMENTS, headless: true });
}

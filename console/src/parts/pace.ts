/** How fast messages are sent, and what that means in time. Pure. */
import { counted } from './format.ts';

/** What the API allows, messages a second. */
export const slowest = 1;
export const fastest = 100;
export const usual = 10;

/** How long so many take at so many a second: `less than a minute`, `about 4 minutes`, `about 2 hours`. */
export function lastsText(count: number, perSecond: number): string {
  const seconds = count / perSecond;
  if (seconds < 60) return 'less than a minute';
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${counted(minutes, 'minutes')}`;
  const hours = Math.round(seconds / 3600);
  return `about ${counted(hours, 'hours')}`;
}

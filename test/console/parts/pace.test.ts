import { describe, expect, it } from 'vitest';
import { counted } from '#console/parts/format.ts';
import { lastsText } from '#console/parts/pace.ts';

describe('[O4] how fast, and how long', () => {
  it('[O4] says how long so many take at a rate, in the unit one thinks in', () => {
    expect(lastsText(12, 10)).toBe('less than a minute');
    expect(lastsText(600, 10)).toBe('about 1 minute');
    expect(lastsText(2_400, 10)).toBe('about 4 minutes');
    expect(lastsText(10_000, 1)).toBe('about 3 hours');
    expect(lastsText(5_399, 1)).toBe('about 1 hour');
    expect(lastsText(0, 10)).toBe('less than a minute');
  });

  it('[O4] counts in words', () => {
    expect(counted(1, 'messages')).toBe('1 message');
    expect(counted(0, 'messages')).toBe('0 messages');
    expect(counted(12_480, 'events')).toBe('12,480 events');
  });
});

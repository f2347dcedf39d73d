import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesText,
  dateText,
  decimalText,
  durationText,
  instantText,
  moneyText,
  priceText,
  quantityText,
  relativeText,
  unitText,
  utcText,
  words,
} from '#console/parts/format.ts';

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('[O3] values are written for people', () => {
  it.each([
    ['12480.5', '12,480.5'],
    ['0', '0'],
    ['-3.25', '-3.25'],
    ['not a number', 'not a number'],
  ])('the decimal %s is written %s', (value, text) => {
    expect(decimalText(value, 'en-US')).toBe(text);
  });

  it('an exact decimal loses no digit, however many it has', () => {
    const decimals = fc.stringMatching(/^(0|[1-9]\d{0,20})\.\d{0,14}[1-9]$/);
    fc.assert(
      fc.property(decimals, (value) => {
        expect(decimalText(value, 'en-US').replaceAll(',', '')).toBe(value);
      }),
    );
  });

  it('a quantity says its unit in words, in the singular for one', () => {
    expect(quantityText({ value: '480', unit: 'EA' }, 'en-US')).toBe('480 pieces');
    expect(quantityText({ value: '1', unit: 'XCS' }, 'en-US')).toBe('1 case');
  });

  it('a unit that nobody knows stays the code it is', () => {
    expect(unitText('ZZ', '2')).toBe('ZZ');
  });

  it('money keeps its currency and the further decimals of a price', () => {
    expect(plain(moneyText({ amount: '2412.4', currency: 'EUR' }, 'en-US'))).toBe('EUR 2,412.40');
    expect(plain(moneyText({ amount: '0.01234', currency: 'USD' }, 'en-US'))).toBe('USD 0.01234');
    expect(plain(moneyText({ amount: '1500', currency: 'JPY' }, 'en-US'))).toBe('JPY 1,500');
  });

  it('a price says for how much it is', () => {
    const price = { amount: '12.5', currency: 'EUR' };
    expect(plain(priceText({ ...price, per: { value: '100', unit: 'EA' } }, 'en-US'))).toBe(
      'EUR 12.50 per 100 pieces',
    );
    expect(plain(priceText({ ...price, per: { value: '1', unit: 'EA' } }, 'en-US'))).toBe(
      'EUR 12.50 per piece',
    );
  });
});

describe('[O3] times are written for people', () => {
  const at = '2026-11-21T23:30:05.000Z';

  it('an instant stands in the zone of the person, and in UTC beside it', () => {
    const shown = instantText(at, { locale: 'en-GB', timeZone: 'Europe/Berlin' });
    expect(shown).toContain('22 Nov 2026');
    expect(shown).toContain('00:30');
    expect(utcText(at)).toBe('2026-11-21 23:30:05 UTC');
  });

  it('a day is the same in every zone', () => {
    const zone = process.env.TZ;
    for (const other of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env.TZ = other;
      expect(dateText('2026-11-23', 'en-GB')).toContain('23 Nov 2026');
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [3_605, '1 h'],
    [3_700, '1 h 1 min'],
    [93_784, '1 d 2 h'],
    [-5, '0 s'],
  ])('%i seconds last %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  it('says how long ago or how long until', () => {
    const now = Date.parse('2026-11-21T12:00:00.000Z');
    expect(relativeText('2026-11-21T11:58:00.000Z', now)).toBe('2 min ago');
    expect(relativeText('2026-11-22T12:00:00.000Z', now)).toBe('in 1 d');
    expect(relativeText('2026-11-21T12:00:00.200Z', now)).toBe('now');
  });
});

describe('[O3] codes and sizes are written for people', () => {
  it.each([
    ['short-or-backorder', 'Short or backorder'],
    ['edi_coordinator', 'EDI coordinator'],
    ['accepted_with_errors', 'Accepted with errors'],
    ['', ''],
  ])('%s reads "%s"', (code, text) => {
    expect(words(code)).toBe(text);
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_400_000, '1.4 MB'],
    [7_000_000_000_000, '7000.0 GB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});

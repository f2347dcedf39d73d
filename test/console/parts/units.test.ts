import { expect, it } from 'vitest';
import { quantityText } from '#console/parts/format.ts';
import { micros } from '#core/kernel/decimal.ts';
import { unitSchema } from '#core/kernel/quantity.ts';
import { inWords } from '#core/kernel/quantity-in-words.ts';

it.each(unitSchema.options)('[R4] %s is called on a page what the decision record calls it', (unit) => {
  for (const value of ['1', '12']) {
    expect(quantityText({ value, unit }, 'en')).toBe(inWords(micros(value), unit));
  }
});

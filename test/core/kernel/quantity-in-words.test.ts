import { expect, it } from 'vitest';
import { micros } from '#core/kernel/decimal.ts';
import { inWords } from '#core/kernel/quantity-in-words.ts';

it('[R4] one is one of a unit, everything else is several', () => {
  const said = ['0', '1', '1.5', '480'].map((value) => inWords(micros(value), 'XCS'));
  expect(said).toEqual(['0 cases', '1 case', '1.5 cases', '480 cases']);
  expect(inWords(micros('1'), 'KGM')).toBe('1 kg');
});

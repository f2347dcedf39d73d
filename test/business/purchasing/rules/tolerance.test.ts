import { describe, expect, it } from 'vitest';
import { dateAgrees, priceAgrees, quantityAgrees, samePrice } from '#business/purchasing/rules/tolerance.ts';
import { micros } from '#core/kernel/decimal.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';

const agreed = aPartnerAgreement().tolerances;

describe('tolerances', () => {
  it.each([
    ['456', true],
    ['455.999999', false],
    ['480', true],
    ['480.000001', false],
  ])('[S6] of 480 with 5 %% under and none over, %s agrees: %s', (came, agrees) => {
    expect(quantityAgrees(micros('480'), micros(came), agreed)).toBe(agrees);
  });

  const price = (amount: string, per = '100') => ({ amount: micros(amount), per: micros(per) });
  it.each([
    ['the lesser is the per cent', '20', '20.4', true],
    ['the lesser is the per cent', '20', '20.400001', false],
    ['the lesser is the per cent, below', '20', '19.6', true],
    ['the lesser is the per cent, below', '20', '19.599999', false],
    ['the lesser is the amount', '100', '101', true],
    ['the lesser is the amount', '100', '101.000001', false],
    ['the lesser is the amount, below', '100', '99', true],
    ['the lesser is the amount, below', '100', '98.999999', false],
  ])('[S6] a price within 2 %% and 1: %s, %s to %s: %s', (_, ordered, came, agrees) => {
    expect(priceAgrees(price(ordered), price(came), agreed)).toBe(agrees);
  });

  it('[S6] prices are compared on one basis, exactly', () => {
    expect(priceAgrees(price('100', '100'), price('1.01', '1'), agreed)).toBe(true);
    expect(priceAgrees(price('100', '100'), price('1.010001', '1'), agreed)).toBe(false);
    expect(samePrice(price('1', '3'), price('2', '6'))).toBe(true);
    expect(samePrice(price('1', '3'), price('0.333333', '1'))).toBe(false);
  });

  it.each([
    ['2026-12-02', true],
    ['2026-12-01', false],
    ['2026-12-09', true],
    ['2026-12-10', false],
  ])('[S6] asked for by the 7th, at most 5 days early and 2 late, %s agrees: %s', (came, agrees) => {
    expect(dateAgrees('2026-12-07', came, agreed)).toBe(agrees);
  });
});

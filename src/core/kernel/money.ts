import * as z from 'zod';
import { decimalSchema, type Micros, roundToDecimals } from './decimal.ts';
import { quantitySchema } from './quantity.ts';

/** Decimals of a currency (ISO 4217, column "Minor unit"), for the currencies in use. */
const minorUnits = { EUR: 2, USD: 2, GBP: 2, CHF: 2, SEK: 2, PLN: 2, JPY: 0 } as const;

export const currencySchema = z.enum(Object.keys(minorUnits) as [Currency, ...Currency[]]);
export type Currency = keyof typeof minorUnits;

/** An exact amount of money: `{ amount: '1250.40', currency: 'EUR' }`, the shortest text of the amount. */
export const moneySchema = z.strictObject({ amount: decimalSchema, currency: currencySchema });
export type Money = z.infer<typeof moneySchema>;

/** A price is an amount per quantity: 12.50 EUR per 100 EA. */
export const priceSchema = z.strictObject({
  amount: decimalSchema,
  currency: currencySchema,
  per: quantitySchema,
});
export type Price = z.infer<typeof priceSchema>;

/** Round half to even to the currency's minor unit. */
export const roundToCurrency = (amount: Micros, currency: Currency): Micros =>
  roundToDecimals(amount, minorUnits[currency]);

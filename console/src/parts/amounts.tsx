import { moneyText, priceText, quantityText } from './format.ts';

interface MoneyValue {
  readonly amount: string;
  readonly currency: string;
}
interface QuantityValue {
  readonly value: string;
  readonly unit: string;
}

/** An amount of money, exact, with its currency. */
export const Money = ({ money }: { readonly money: MoneyValue }) => (
  <span style={{ whiteSpace: 'nowrap' }}>{moneyText(money)}</span>
);

/** An amount of goods with its unit in words; the unit's code on hover. */
export const Quantity = ({ quantity }: { readonly quantity: QuantityValue }) => (
  <span style={{ whiteSpace: 'nowrap' }} title={quantity.unit}>
    {quantityText(quantity)}
  </span>
);

/** A price for so much of something. */
export const Price = ({ price }: { readonly price: MoneyValue & { readonly per: QuantityValue } }) => (
  <span>{priceText(price)}</span>
);

/** What is being typed; empty fields ask for nothing. */
export interface CounterDraft {
  readonly quantity: string;
  readonly price: string;
  readonly requestedDate: string;
}

/** What the API is asked for. */
export interface Counter {
  readonly quantity?: string;
  readonly price?: string;
  readonly requestedDate?: string;
}

const decimal = /^(0|[1-9]\d*)(\.\d+)?$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with each field, in words; nothing said is nothing wrong, except that one must be filled in. Pure. */
export function faultsOf(draft: CounterDraft): { readonly [F in keyof CounterDraft]: string } & {
  readonly nothing: string;
} {
  const { quantity, price, requestedDate } = trimmed(draft);
  const number = (text: string) => (text === '' || decimal.test(text) ? '' : 'A number such as 480 or 12.5');
  return {
    quantity: number(quantity),
    price: number(price),
    requestedDate: requestedDate === '' || day.test(requestedDate) ? '' : 'A day such as 2026-12-01',
    nothing: quantity || price || requestedDate ? '' : 'Enter a quantity, a price or a day.',
  };
}

/** The request, once the draft has no fault. Pure. */
export function counterOf(draft: CounterDraft): Counter | undefined {
  if (Object.values(faultsOf(draft)).some((fault) => fault !== '')) return undefined;
  const filled = Object.entries(trimmed(draft)).filter(([, value]) => value !== '');
  return Object.fromEntries(filled);
}

const trimmed = ({ quantity, price, requestedDate }: CounterDraft): CounterDraft => ({
  quantity: quantity.trim(),
  price: price.trim(),
  requestedDate: requestedDate.trim(),
});

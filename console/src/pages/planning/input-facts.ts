import type { PlanningInput } from '#contracts/client.ts';
import {
  counted,
  decimalText,
  instantText,
  priceText,
  quantityText,
  unitText,
  words,
} from '../../parts/format.ts';

/** One record that was looked at, what it said, and in which version. */
export interface InputFact {
  readonly what: string;
  readonly said: string;
  readonly version?: number;
}

/** What was known when a line was planned, record by record; what was not known says so. Pure. */
export function inputFacts(inputs: PlanningInput): readonly InputFact[] {
  const { item, location, supplier, terms, policy, position, forecast } = inputs;
  const unit = item?.baseUnit ?? forecast.unit;
  const base = (value: string) => quantityText({ value, unit });
  return [
    fact('Item', item, ({ status, baseUnit, packs }) =>
      [
        `${words(status)}, kept in ${unitText(baseUnit, '2')}`,
        ...packs.map((pack) => `${unitText(pack.unit, '1')} of ${decimalText(pack.holds)}`),
      ].join('; '),
    ),
    fact(
      'Location',
      location,
      ({ status, dockToStockDays }) => `${words(status)}; ${days(dockToStockDays)} from the dock into stock`,
    ),
    fact('Supplier', supplier, ({ id, status }) => `${id}, ${words(status).toLowerCase()}`),
    fact('Terms', terms, (found) => {
      const of = (value: string) => quantityText({ value, unit: found.orderUnit });
      return `${days(found.leadTimeDays)} of lead time, ${days(found.transitDays)} on the way; at least ${of(found.minimumOrderQuantity)}, in multiples of ${decimalText(found.orderMultiple)}; ${priceText(found.price)}`;
    }),
    fact(
      'Policy',
      policy,
      ({ safetyStock, method }) => `${words(method)}, at least ${base(safetyStock)} in stock`,
    ),
    fact(
      'Stock',
      position,
      ({ onHand, onHold, allocated, inTransit, asOf }) =>
        `${base(onHand)} on hand, ${decimalText(onHold)} on hold, ${decimalText(allocated)} allocated, ${decimalText(inTransit)} in transit, as of ${instantText(asOf)}`,
    ),
    {
      what: 'Forecast',
      said: `${forecast.quantities.length} weeks from ${forecast.from}, release ${forecast.releaseId}`,
    },
  ];
}

const days = (count: number): string => counted(count, 'days');

function fact<T extends { readonly version: number }>(
  what: string,
  found: T | undefined,
  said: (found: T) => string,
): InputFact {
  return found ? { what, said: said(found), version: found.version } : { what, said: 'Not known' };
}

/**
 * What our model asks and Tryton does not know: in one place, so that nobody takes it for data of the ERP.
 * - Tryton has no calendars: suppliers work and locations receive from Monday to Friday, and a lead time counts
 *   working days, up to the arrival;
 * - what arrives can be used the next receiving day;
 * - terms have no validity: they hold as long as they are active.
 */
export const assumed = {
  supplier: { workingDays: [1, 2, 3, 4, 5] },
  terms: { transitDays: 0, validFrom: '2020-01-01' },
  location: { receivingDays: [1, 2, 3, 4, 5], dockToStockDays: 1 },
};

import type { DateEvent, PartyRole, Purpose } from '#core/canonical/trade.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';

/** Element 355 to the units of the model. `CS` is a cassette there, `PL` a pallet and `PA` a pail. */
export const units: ReadonlyMap<string, UnitCode> = new Map([
  ['EA', 'EA'],
  ['PC', 'EA'],
  ['PR', 'PR'],
  ['UN', 'EA'],
  ['DZ', 'DZN'],
  ['ST', 'SET'],
  ['GR', 'GRM'],
  ['KG', 'KGM'],
  ['MP', 'TNE'],
  ['OZ', 'ONZ'],
  ['LB', 'LBR'],
  ['ML', 'MLT'],
  ['LT', 'LTR'],
  ['GA', 'GLL'],
  ['CM', 'CMT'],
  ['MR', 'MTR'],
  ['IN', 'INH'],
  ['FT', 'FOT'],
  ['SM', 'MTK'],
  ['BG', 'XBG'],
  ['BX', 'XBX'],
  ['CA', 'XCS'],
  ['CT', 'XCT'],
  ['PK', 'XPK'],
  ['PA', 'XPL'],
  ['PL', 'XPX'],
  ['RL', 'XRO'],
]);

/** Element 235 to schemes of item numbers; any other is kept as `x12:` and its code. */
export const itemSchemes: ReadonlyMap<string, string> = new Map([
  ['BP', 'buyer-item'],
  ['IN', 'buyer-item'],
  ['VP', 'supplier-item'],
  ['VN', 'supplier-item'],
  ['UP', 'gtin'],
  ['EN', 'gtin'],
  ['EO', 'gtin'],
  ['UA', 'gtin'],
  ['UK', 'gtin'],
]);

/** Element 66 to schemes of party numbers; any other is kept as `x12:66-` and its code. */
export const partySchemes: ReadonlyMap<string, string> = new Map([
  ['1', 'duns'],
  ['9', 'duns4'],
  ['91', 'supplier'],
  ['92', 'buyer'],
  ['UL', 'gln'],
]);

/** Element 98. */
export const partyRoles: ReadonlyMap<string, PartyRole> = new Map([
  ['BY', 'buyer'],
  ['SE', 'supplier'],
  ['SU', 'supplier'],
  ['VN', 'supplier'],
  ['ST', 'ship_to'],
  ['SF', 'ship_from'],
  ['BT', 'bill_to'],
  ['RE', 'remit_to'],
  ['RI', 'remit_to'],
]);

/** Element 374: 067 is when it is delivered and 068 when it is shipped, and neither is the other. */
export const dateEvents: ReadonlyMap<string, DateEvent> = new Map([
  ['002', 'requested_delivery'],
  ['010', 'requested_shipment'],
  ['011', 'shipped'],
  ['017', 'delivery'],
  ['035', 'delivered'],
  ['067', 'delivery'],
  ['068', 'shipment'],
  ['069', 'delivery'],
  ['106', 'requested_delivery'],
]);

/** Element 353. */
export const purposes: ReadonlyMap<string, Purpose['meaning']> = new Map([
  ['00', 'original'],
  ['01', 'cancellation'],
  ['04', 'change'],
  ['05', 'replacement'],
  ['07', 'duplicate'],
]);

/**
 * Element 639: how many of the line's units the price is for, whether it is from a catalog, a contract, a quotation or
 * a list. Those that only say where it comes from leave it a price of one. Not here: prices per another unit (dozen,
 * pound, foot), those consumers pay (retail), those of before and those that are none yet.
 */
export const priceBases: ReadonlyMap<string, string> = new Map([
  ...each('1', 'PE QE LE TE WE UM CA CT QT PR NC NT CP FX ST DI DR WH'),
  ...each('10', 'PN'),
  ...each('100', 'HP QH LC TC WC'),
  ...each('1000', 'TP QS LM TM WM'),
  ...each('10000', 'TT'),
  ...each('100000', 'HT'),
]);

function each(count: string, codes: string): (readonly [string, string])[] {
  return codes.split(' ').map((code) => [code, count] as const);
}

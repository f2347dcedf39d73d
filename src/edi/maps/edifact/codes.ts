import type { DateEvent, PartyRole, Purpose } from '#core/canonical/trade.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';

/** Element 6411 to the units of the model: Recommendation 20, and the packages partners write beside it. */
export const units: ReadonlyMap<string, UnitCode> = new Map([
  ['EA', 'EA'],
  ['PCE', 'EA'],
  ['C62', 'EA'],
  ['H87', 'EA'],
  ['NAR', 'EA'],
  ['PR', 'PR'],
  ['DZN', 'DZN'],
  ['SET', 'SET'],
  ['GRM', 'GRM'],
  ['KGM', 'KGM'],
  ['TNE', 'TNE'],
  ['ONZ', 'ONZ'],
  ['LBR', 'LBR'],
  ['MLT', 'MLT'],
  ['LTR', 'LTR'],
  ['GLL', 'GLL'],
  ['CMT', 'CMT'],
  ['MTR', 'MTR'],
  ['INH', 'INH'],
  ['FOT', 'FOT'],
  ['MTK', 'MTK'],
  ['BG', 'XBG'],
  ['XBG', 'XBG'],
  ['BX', 'XBX'],
  ['XBX', 'XBX'],
  ['CS', 'XCS'],
  ['XCS', 'XCS'],
  ['CT', 'XCT'],
  ['XCT', 'XCT'],
  ['PK', 'XPK'],
  ['XPK', 'XPK'],
  ['PL', 'XPL'],
  ['XPL', 'XPL'],
  ['PX', 'XPX'],
  ['XPX', 'XPX'],
  ['RO', 'XRO'],
  ['XRO', 'XRO'],
]);

/** Element 7143 to schemes of item numbers; any other is kept as `edifact:` and its code. */
export const itemSchemes: ReadonlyMap<string, string> = new Map([
  ['IN', 'buyer-item'],
  ['BP', 'buyer-item'],
  ['SA', 'supplier-item'],
  ['VN', 'supplier-item'],
  ['VP', 'supplier-item'],
  ['EN', 'gtin'],
  ['UP', 'gtin'],
  ['SRV', 'gtin'],
]);

/** Element 3055, who gave a party its number; any other is kept as `edifact:3055-` and its code. */
export const partySchemes: ReadonlyMap<string, string> = new Map([
  ['9', 'gln'],
  ['16', 'duns'],
  ['91', 'supplier'],
  ['92', 'buyer'],
]);

/** Element 3035. */
export const partyRoles: ReadonlyMap<string, PartyRole> = new Map([
  ['BY', 'buyer'],
  ['SU', 'supplier'],
  ['SE', 'supplier'],
  ['DP', 'ship_to'],
  ['ST', 'ship_to'],
  ['SF', 'ship_from'],
  ['IV', 'bill_to'],
  ['BT', 'bill_to'],
  ['RE', 'remit_to'],
  ['PE', 'remit_to'],
]);

/** Element 2005: 67 is when it is delivered and 68 when it is shipped, and neither is the other. */
export const dateEvents: ReadonlyMap<string, DateEvent> = new Map([
  ['2', 'requested_delivery'],
  ['10', 'requested_shipment'],
  ['11', 'shipped'],
  ['17', 'delivery'],
  ['35', 'delivered'],
  ['67', 'delivery'],
  ['68', 'shipment'],
  ['69', 'delivery'],
]);

/** Element 1225, where it says what a document does to one before. */
export const purposes: ReadonlyMap<string, Purpose['meaning']> = new Map([
  ['1', 'cancellation'],
  ['4', 'change'],
  ['5', 'replacement'],
  ['7', 'duplicate'],
  ['9', 'original'],
  ['31', 'duplicate'],
]);

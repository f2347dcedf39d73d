import type { TransactionSource } from '../../codec/compile-schema.ts';

const carriage = 'TD1:2 TD5:12 TD3:12 TD4:5';
const parties = '{N1:200 N1! N2:2 N3:2 N4 REF:12 PER:3 FOB}';
const codes = '{LM:* LM! LQ!:100}';

/** 830, the planning schedule: per item the quantities of its forecast periods (FST) or patterns (SDP). */
export const planningSchedule: TransactionSource = {
  type: '830',
  name: 'Planning Schedule with Release Capability',
  structure: `ST! BFR! XPO:* CUR REF:12 PER:3 TAX:3 FOB CTP:25 SAC:25 CSH ITD:2 DTM:10 PID:200 MEA:40 PWK:25 PKG:25
    ${carriage} MAN:10 ${parties} ${codes}
    {LIN!:* LIN! UIT DTM:10 CUR PO3:25 CTP:25 PID:1000 MEA:40 PWK:25 PKG:25 PO4 PRS REF:12 PER:3 SAC:25 ITD:2 TAX:3
      FOB LDT:12 QTY:* ATH:20 ${carriage} MAN:10 DD:10 {SLN:100 SLN! PID:1000 NM1:10} ${parties} ${codes}
      {FST:* FST! QTY:* SDQ:50 ${codes}} {SDP:260 SDP! FST:260} {SHP:25 SHP! REF:5}}
    CTT SE!`,
};

/** 846, the inventory advice: per item its quantities by kind. */
export const inventoryAdvice: TransactionSource = {
  type: '846',
  name: 'Inventory Inquiry/Advice',
  structure: `ST! BIA! CUR DTM:10 REF:12 PER:3 MEA:20 {N1:5 N1! N2:2 N3:2 N4 REF:12 PER:3} ${codes}
    {LIN!:10000 LIN! PID:200 MEA:40 PKG:25 DTM:10 CTP:25 CUR SAC:25 REF:* PER:3 SDQ:500 MAN UIT:5 CS DD:* G53 PCT:*
      LDT:12 ${codes} {SLN:1000 SLN! PID:200 MEA:40 PKG:25 {MAN:100 MAN! MEA:40}}
      {QTY:99 QTY! UIT:12 MEA:25 LDT:12 DTM:10 {SCH:25 SCH! MEA:25} ${codes} LS {REF:* REF! DTM:* N1 ${codes}} LE}
      {N1:200 N1! N2:2 N3:2 N4 REF:12 PER:3}}
    CTT SE!`,
};

/** 852, product activity: per item and location what was sold, is on hand, is on order (ZA). */
export const productActivity: TransactionSource = {
  type: '852',
  name: 'Product Activity Data',
  structure: `ST! XQ! XPO:* N9:* PER:3 {N1:200 N1! N2 N3:2 N4 FOB TD5 DTM:* N9:* PER:3}
    {LIN:* LIN! CTP:25 PO4 N9:* AMT:10 PAL QTY {ZA:* ZA! QTY CTP:25 SDQ:* {G95 G95! DTM:2}}}
    CTT SE!`,
};

const catalogParties = '{N1:* N1! N2:2 N3:2 N4:* REF:12 PKG:* PER:* DTM:10 PKG:*}';

/** 832, the catalog: per item its description, packing and prices. */
export const priceCatalog: TransactionSource = {
  type: '832',
  name: 'Price/Sales Catalog',
  structure: `ST! BCT! CTP:100 REF:* YNQ:10 PER:* DTM:10 CTB:25 CUR:5 ITD:2 LDT:* SAC:* TD1:* TD5:* TD3:* TD4:* FOB PKG:*
    G93:50 TXI:* AAA ${catalogParties} {LM:* LM! LQ:*} {N9:* N9! DTM:* MSG:*}
    {LIN:* LIN! PO1 G53 SI:* DTM:10 REF:* YNQ:10 PER:* CRD:* CTB:25 PID:200 MEA:40 PKG:25 PO4:* TD1:* TD5:* TD3:*
      TD4:* ITD:2 LDT SAC:* FOB AAA TC2:2 TXI:* G55 G54
      {CTP:100 CTP! G40:99 DTM:10 G36 LDT CUR:5 PO4 CTB:5 REF:* G43:9999 SAC:* G26:99} ${catalogParties}
      {G39:* G39! CTP} {PKL:20 PKL! CTP PKG:2} {LFG LFG! {CRC:* CRC! QTY}} {LM:* LM! LQ:*}
      {SLN:* SLN! SI:* PID:* DTM:* CTP:* PAM:* PO4:* PKG:* QTY:* MEA:* SAC:* MTX:* {LM:* LM! LQ:*}}
      {N9:* N9! DTM:* MSG:*}}
    CTT SE!`,
};

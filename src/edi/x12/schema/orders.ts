import type { TransactionSource } from '../../codec/compile-schema.ts';

/** Transport and packing details that many loops end with. */
const carriage = 'TD1:2 TD5:12 TD3:12 TD4:5';

const parties = `{N1:200 N1! N2:2 N3:2 N4:* NX2:* REF:12 PER:* SI:* FOB ${carriage} PKG:200 MSG:*}`;

const notes = '{N9:1000 N9! DTM:* MSG:1000}';

const schedules = `{SCH:200 SCH! ${carriage} REF:*}`;

const lineParties = `{N1:200 N1! N2:2 N3:2 N4 QTY:* NX2:* REF:12 PER:3 SI:* DTM FOB SCH:200 ${carriage} QTY:* PKG:200
  {LDT:* LDT! MAN:10 QTY:5 MSG REF:3}}`;

const subLineParties = '{N1:10 N1! N2:2 N3:2 N4 NX2:* REF:12 PER:3 SI:*}';

const leadTimes = '{LDT:* LDT! QTY:* MSG REF:3 {LM:* LM! LQ!:*}}';

const subLines = `{SLN:1000 SLN! MSG:* SI:* PID:1000 PO3:104 TC2:* CTP:25 PAM:10 ACK:104 ADV:*
  {SAC:25 SAC! CUR CTP} DTM:10 PO4 TAX:3 ADV:* {QTY:* QTY! SI:*} {N9:* N9! DTM:* MSG:*} ${subLineParties}}`;

/** What stands between the beginning segment and the lines of an order, its change or its answer. */
const heading = `CUR REF:* PER:3 TAX:* FOB:* CTP:* PAM:10 CSH:5 {SAC:25 SAC! CUR} ITD:* DIS:20 INC DTM:10 LDT:12
  LIN:5 SI:* PID:200 MEA:40 PWK:25 PKG:200 ${carriage} PCT:* MAN:10 PYT:* TXI:* CTB:* G53:* ${notes} ${parties}
  {AMT:* AMT! REF:* DTM PCT:*} {LM:* LM! LQ!:*}
  {SPI:* SPI! REF:5 DTM:5 MSG:50 {N1:20 N1! N2:2 N3:2 N4 REF:20 MSG:50} {CB1:* CB1! REF:20 DTM:5 LDT MSG:50}}
  {ADV:* ADV! DTM:* MTX:*}`;

/** What stands in the loop of a line after its first segment. */
const line = `LIN:* SI:* CUR PO3:25 {CTP:* CTP! CUR} PAM:10 MEA:40 {PID:1000 PID! MEA:10} PWK:25 PO4:* REF:* PER:3
  {SAC:25 SAC! CUR CTP} IT8:* CSH:* ITD:2 DIS:20 INC TAX:* FOB:* SDQ:500 IT3:5 DTM:10 LDT:12 TC2:2 ${carriage}
  PCT:* {ACK:104 ACK! DTM} MAN:10 AMT MSG:* SPI:* TXI:* CTB:* {AMT:* AMT! REF PCT:*} {QTY:* QTY! SI:*}
  ${schedules} {PKG:200 PKG! MEA:*} LS ${leadTimes} LE ${schedules} ${notes} ${lineParties} ${subLines}
  {LM:* LM! LQ!:*}`;

const summary = '{CTT CTT! AMT}';

/** 850, the purchase order: table 1, lines with their schedules and parties, totals. */
export const purchaseOrder: TransactionSource = {
  type: '850',
  name: 'Purchase Order',
  structure: `ST! BEG! ${heading} {PO1!:100000 PO1! ${line}} ${summary} SE!`,
};

/** 855, the answer to an order: every line with ACK, from the buyer's order or the seller's own. */
export const purchaseOrderAcknowledgment: TransactionSource = {
  type: '855',
  name: 'Purchase Order Acknowledgment',
  structure: `ST! BAK! ${heading} {PO1:100000 PO1! ${line}} ${summary} SE!`,
};

/** 860, the buyer's change: every line says by POC what happens to it. */
export const purchaseOrderChange: TransactionSource = {
  type: '860',
  name: 'Purchase Order Change Request, Buyer Initiated',
  structure: `ST! BCH! ${heading} {POC:* POC! ${line}} ${summary} SE!`,
};

/** 865, the seller's change, or answer to the buyer's. */
export const purchaseOrderChangeAcknowledgment: TransactionSource = {
  type: '865',
  name: 'Purchase Order Change Acknowledgment or Request, Seller Initiated',
  structure: `ST! BCA! ${heading} {POC:* POC! ${line}} ${summary} SE!`,
};

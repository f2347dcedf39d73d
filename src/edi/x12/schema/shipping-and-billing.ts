import type { TransactionSource } from '../../codec/compile-schema.ts';

const carriage = 'TD1:20 TD5:12 TD3:12 TD4:5';

/**
 * 856, the ship notice. Every HL is one loop of the same form; shipment, order, tare, pack and item hang
 * together by HL01 and HL02, not by nesting.
 */
export const shipNotice: TransactionSource = {
  type: '856',
  name: 'Ship Notice/Manifest',
  structure: `ST! BSN! DTM:10
    {HL!:200000 HL! LIN SN1 SLN:1000 PRF PO4 PID:200 MEA:40 PWK:25 PKG:25 ${carriage} TSD REF:* PER:3
      {LH1:100 LH1! LH2:4 LH3:12 LFH:20 LEP:* LH4 LHT:3 LHR:10 PER:5 LHE}
      {CLD:200 CLD! REF:200 DTP} MAN:* DTM:10 FOB PAL {N1:200 N1! N2:2 N3:2 N4 REF:12 PER:3 FOB} SDQ:50 ETD CUR
      {SAC:* SAC! CUR} GF YNQ:10 {LM:10 LM! LQ!:100} {V1:* V1! R4:* DTM:*}}
    CTT SE!`,
};

const parties = '{N1:200 N1! N2:2 N3:2 N4 REF:12 PER:3 DMG}';
const codes = '{LM:10 LM! LQ!:100}';
const voyages = '{V1:* V1! R4:* DTM:*}';
const funds = '{FA1:* FA1! FA2!:*}';
const charges = '{SAC:25 SAC! TXI:10}';

/** 810, the invoice: lines, then totals, taxes and charges. */
export const invoice: TransactionSource = {
  type: '810',
  name: 'Invoice',
  structure: `ST! BIG! NTE:100 CUR REF:12 YNQ:10 PER:3 ${parties} ITD:* DTM:10 FOB PID:200 MEA:40 PWK:25 PKG:25 L7 BAL:*
    INC PAM:* CRC:5 ${codes} {N9 N9! MSG:10} ${voyages} ${funds}
    {IT1:200000 IT1! CRC QTY:5 CUR IT3:5 TXI:10 CTP:25 PAM:10 MEA:40 {PID:1000 PID! MEA:10} PWK:25 PKG:25 PO4 ITD:2
      REF:* YNQ:10 PER:5 SDQ:500 DTM:10 CAD:* L7:* SR ${charges}
      {SLN:1000 SLN! DTM REF:* PID:1000 SAC:25 TC2:2 TXI:10} ${parties} ${codes} ${voyages} ${funds}}
    TDS! TXI:10 CAD AMT:* ${charges} {ISS:* ISS! PID} CTT SE!`,
};

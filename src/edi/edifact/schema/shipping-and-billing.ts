import type { TransactionSource } from '../../codec/compile-schema.ts';

const handling = '{SG:10 HAN! FTX:10}';
const contacts = '{SG:10 CTA! COM:5}';
const lineEnd = `{SG:1000 SGP! QTY:10} {SG:9999 PCI! DTM:5 MEA:10 QTY {SG:10 GIN! DLM:100} {SG:10 HAN! FTX:5 GIN:1000}}
  {SG:10 QVR! DTM:5}`;
const lineStart = 'LIN! PIA:10 IMD:25 MEA:10 QTY:10 ALI:10 GIN:100 GIR:100 DLM:100 DTM:5';

/** DESADV D.96A: consignment packing sequences (SG10) with packages (SG11) and lines (SG15). */
export const despatchAdvice: TransactionSource = {
  type: 'DESADV',
  name: 'Despatch advice message',
  structure: `UNH! BGM! DTM:10 ALI:5 MEA:5 MOA:5 {SG:10 RFF! DTM} {SG:10 NAD! LOC:10 {SG:10 RFF! DTM} ${contacts}}
    {SG:10 TOD! LOC:5 FTX:5} {SG:10 TDT! PCD:6 {SG:10 LOC! DTM:10}} {SG:10 EQD! MEA:5 SEL:25 EQA:5 ${handling}}
    {SG:9999 CPS! FTX:5
      {SG:9999 PAC! MEA:10 QTY:10 ${handling} {SG:1000 PCI! RFF DTM:5 GIR:99 {SG:99 GIN! DLM:10}}}
      {SG:9999 ${lineStart} FTX:5 MOA:5 {SG:10 RFF! DTM} {SG:10 DGS! QTY FTX:5} {SG:100 LOC! NAD DTM QTY:10} ${lineEnd}}}
    CNT:5 UNT!`,
};

export const despatchAdviceD01B: TransactionSource = {
  type: 'DESADV',
  name: 'Despatch advice message',
  structure: `UNH! BGM! DTM:10 ALI:5 MEA:5 MOA:5 CUX:9 {SG:10 RFF! DTM} {SG:99 NAD! LOC:10 {SG:10 RFF! DTM} ${contacts}}
    {SG:10 TOD! LOC:5 FTX:5} {SG:10 TDT! PCD:6 TMD {SG:10 LOC! DTM:10}} {SG:10 EQD! MEA:5 SEL:25 EQA:5 ${handling}}
    {SG:9999 CPS! FTX:5 QVR:9
      {SG:9999 PAC! MEA:10 QTY:10 ${handling}
        {SG:1000 PCI! RFF DTM:5 {SG:99 GIR! DTM:5} {SG:99 GIN! DLM:10} {SG:99 COD! MEA:9 QTY:9 PCD:9}}}
      {SG:9999 ${lineStart} NAD:99 TDT TMD HAN:20 FTX:99 MOA:5 {SG:99 RFF! NAD CTA DTM} {SG:9999 DGS! QTY FTX:5}
        {SG:100 LOC! NAD DTM QTY:10} ${lineEnd}}}
    CNT:5 UNT!`,
};

const references = (maximum: number): string => `{SG:${maximum} RFF! DTM:5}`;
const documentsAndContacts = '{SG:5 DOC! DTM:5} {SG:5 CTA! COM:5}';
const requirements = '{SG:100 RCS! RFF:5 DTM:5 FTX:5}';
const reasons = '{SG AJT! FTX:5} {SG INP! FTX:5}';
const terms = '{SG:5 TOD! LOC:2}';
const places = '{SG:9999 LOC! QTY:100 DTM:5}';
const transport = '{SG:10 TDT! {SG:10 LOC! DTM:5}}';
const payment = '{SG:10 PAT! DTM:5 PCD MOA PAI FII}';
const amounts = '{SG!:100 MOA! {SG RFF! DTM:5}}';

/** The groups inside ALC after its own segments. */
const chargeParts = (amount: string, tax: number): string =>
  `{SG QTY! RNG} {SG PCD! RNG} {SG:2 MOA! RNG ${amount}} {SG RTE! RNG} {SG:5 TAX! MOA:${tax}}`;

/** INVOIC D.96A: lines are segment group 25, totals 48, taxes 50, charges 51. */
export const invoice: TransactionSource = {
  type: 'INVOIC',
  name: 'Invoice message',
  structure: `UNH! BGM! DTM!:35 PAI ALI:5 IMD FTX:10 ${references(99)}
    {SG:99 NAD! LOC:25 FII:5 ${references(9999)} ${documentsAndContacts}} {SG:5 TAX! MOA LOC:5} {SG:5 CUX! DTM:5}
    ${payment} {SG:10 TDT! {SG:10 LOC! DTM:5} ${references(9999)}} ${terms}
    {SG:1000 PAC! MEA:5 {SG:5 PCI! RFF DTM:5 GIN:5}}
    {SG:9999 ALC! ALI:5 ${references(5)} ${chargeParts('', 1)}} ${requirements} ${reasons}
    {SG:* LIN! PIA:25 IMD:10 MEA:5 QTY:5 PCD ALI:5 DTM:35 GIN:1000 GIR:1000 QVR EQD FTX:5 {SG:5 MOA! CUX}
      {SG:10 PAT! DTM:5 PCD MOA} {SG:25 PRI! APR RNG DTM:5} ${references(10)}
      {SG:10 PAC! MEA:10 {SG:10 PCI! RFF DTM:5 GIN:10}} ${places} {SG:99 TAX! MOA LOC:5}
      {SG:20 NAD! LOC:5 ${references(5)} ${documentsAndContacts}}
      {SG:15 ALC! ALI:5 DTM:5 ${chargeParts('', 1)}} ${transport} ${terms} ${requirements}}
    UNS! CNT:10 ${amounts} {SG:10 TAX! MOA:2} {SG:15 ALC! ALI MOA:2} UNT!`,
};

export const invoiceD01B: TransactionSource = {
  type: 'INVOIC',
  name: 'Invoice message',
  structure: `UNH! BGM! DTM!:35 PAI ALI:5 IMD FTX:99 LOC:10 GIS:10 DGS GIR:10
    {SG:99999 RFF! DTM:5 GIR:5 LOC:2 MEA:5 QTY:2 FTX:5 MOA:2 RTE:99}
    {SG:99 NAD! LOC:25 FII:5 MOA:99 ${references(9999)} ${documentsAndContacts}} {SG:5 TAX! MOA LOC:5}
    {SG:99 CUX! DTM:5} ${payment} {SG:10 TDT! TSR {SG:10 LOC! DTM:5} ${references(9999)}} ${terms} {SG:99 EQD! SEL:9}
    {SG:1000 PAC! MEA:5 EQD {SG:5 PCI! RFF DTM:5 GIN:5}}
    {SG:9999 ALC! ALI:5 FTX ${references(5)} ${chargeParts('CUX DTM', 1)}} ${requirements} ${reasons}
    {SG:* LIN! PIA:25 PGI:99 IMD:99 MEA:5 QTY:5 PCD ALI:5 DTM:35 GIN:1000 GIR:1000 QVR EQD FTX:99 DGS {SG:99 MOA! CUX}
      {SG:10 PAT! DTM:5 PCD:99 MOA} {SG:25 PRI! CUX APR RNG DTM:5} ${references(10)}
      {SG:10 PAC! MEA:10 EQD {SG:10 PCI! RFF DTM:5 GIN:10}} ${places} {SG:99 TAX! MOA:2 LOC:5}
      {SG:99 NAD! LOC:5 FII:5 ${references(5)} ${documentsAndContacts}}
      {SG:30 ALC! ALI:5 DTM:5 FTX ${chargeParts('CUX DTM', 2)}} ${transport} ${terms} ${requirements}
      {SG:10 GIS! RFF DTM:5 GIR:5 LOC:2 MEA:5 QTY:2 FTX:5 MOA:2}}
    UNS! CNT:10 ${amounts} {SG:10 TAX! MOA:9} {SG:15 ALC! ALI MOA:2 FTX} UNT!`,
};

/** CONTRL: the interchange, then its messages, or its groups with theirs. */
export const contrl: TransactionSource = {
  type: 'CONTRL',
  name: 'Syntax and service report message',
  structure: `UNH! UCI! {SG:* UCM! {SG:999 UCS! UCD:99}} {SG:* UCF! {SG:* UCM! {SG:999 UCS! UCD:99}}} UNT!`,
};

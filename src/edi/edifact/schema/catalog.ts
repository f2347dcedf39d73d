import type { TransactionSource } from '../../codec/compile-schema.ts';

const references = (maximum: number): string => `{SG:${maximum} RFF! DTM:5}`;
const party = (maximum: number, places: number): string =>
  `{SG:${maximum} NAD! LOC:${places} ${references(10)} {SG:5 CTA! COM:5}}`;
const terms = '{SG:10 PAT! DTM:5 PCD MOA} {SG:10 TDT! LOC:10} {SG:5 TOD! LOC:2}';
const characteristics = '{SG:999 CCI! CAV:10 MEA:10}';

/** ALC with quantity, percentage, amount, rate and tax, each as often as the directory allows. */
const charges = (
  maximum: number,
  inside: string,
  times: readonly [string, string, string, string],
  tax: string,
): string =>
  `{SG:${maximum} ALC! ALI:5 ${inside} {SG:${times[0]} QTY! RNG} {SG:${times[1]} PCD! RNG} {SG:${times[2]} MOA! RNG}
    {SG:${times[3]} RTE! RNG} {SG:5 TAX! MOA ${tax}}}`;

const once = ['1', '1', '2', '1'] as const;

/** PRICAT D.96A: product groups (PGI) with their conditions, and in them the items with their prices. */
export const priceCatalogue: TransactionSource = {
  type: 'PRICAT',
  name: 'Price/sales catalogue message',
  structure: `UNH! BGM! DTM!:35 ALI:5 FTX:99 ${references(99)} ${party(99, 25)} {SG:5 TAX! MOA} {SG:5 CUX! DTM:5} ${terms}
    ${charges(10, 'DTM:9', once, '')}
    {SG:1000 PGI! DTM:15 QTY:10 ALI:5 FTX:5 {SG:10 CUX! DTM:5} {SG:100 PRI! CUX APR RNG DTM:5} {SG:10 TAX! MOA}
      ${charges(99, '', once, '')} ${party(20, 5)} ${terms} {SG:10 PAC! MEA:10 HAN:5}
      {SG:999999 LIN! PIA:10 IMD:999 MEA:10 QTY:10 HAN:5 ALI:5 DTM:10 NAD:99 RFF LOC DOC FTX:5 ${characteristics}
        {SG:10 TAX! MOA} {SG:5 CUX! DTM:5} {SG:100 PRI! CUX APR RNG DTM:5 PCD:5} ${charges(99, 'DTM:9', once, '')}
        {SG:10 PAC! MEA:10 HAN:5} ${terms}}}
    UNT!`,
};

const taxes = (maximum: number): string => `{SG:${maximum} TAX! MOA DTM}`;
const rules = '{SG:9 TRU! DTM:9}';
const files = '{SG:99 EFI! CED:99 COM:9 RFF:9 DTM:9 QTY:9}';
const hierarchies = `{SG:999 HYN! PIA:99 QTY:9 FTX:99 {SG:999 RFF! DTM:9} {SG:99 CCI! CAV:9 MEA:99}
  {SG:99 NAD! PIA:99 QTY:9 {SG:99 CCI! CAV:99 MEA:9}}}`;

export const priceCatalogueD01B: TransactionSource = {
  type: 'PRICAT',
  name: 'Price/sales catalogue message',
  structure: `UNH! BGM! DTM!:35 ALI:5 FTX:99 ${references(99)} ${party(99, 25)} ${taxes(5)} {SG:20 CUX! DTM:5} ${terms}
    ${charges(10, 'DTM:9', ['10', '10', '10', '10'], 'DTM')} ${rules}
    {SG:1000 PGI! DTM:15 QTY:10 ALI:5 FTX:5 {SG:10 CUX! DTM:5} {SG:100 PRI! CUX APR:99 RNG DTM:5} ${taxes(10)}
      ${charges(99, '', once, 'DTM')} ${party(20, 5)} ${terms} {SG:10 PAC! MEA:10 HAN:5} ${files} ${rules}
      {SG:999999 LIN! PIA:99 IMD:999 MEA:10 QTY:10 HAN:5 ALI:5 DTM:10 RFF:99 LOC DOC PTY:99 FTX:999 ${characteristics}
        ${taxes(10)} {SG:5 CUX! DTM:5} {SG:100 PRI! CUX APR:99 RNG DTM:5 PCD:5 LOC:99}
        ${charges(99, 'DTM:9', ['10', '99', '10', '10'], 'DTM')} {SG:999 PAC! MEA:10 QTY:99 HAN:5} ${terms} ${files}
        {SG:99 NAD! {SG:99 CTA! COM:99}} ${rules} {SG:9 DGS! QTY:9 FTX:9} ${hierarchies}}}
    UNT!`,
};

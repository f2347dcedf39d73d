import type { TransactionSource } from '../../codec/compile-schema.ts';

const references = (maximum: number, dates = 1): string => `{SG:${maximum} RFF! DTM:${dates}}`;
const contacts = (maximum = 5): string => `{SG:${maximum} CTA! COM:5}`;
const documents = (dates: number): string => `{SG:10 DOC! DTM:${dates}}`;
const transport = '{SG:10 TDT! DTM:5}';
const packedItems = 'MEA:10 QTY:5 DTM:5 {SG:10 PCI! GIN:10}';
const product = (marks: number): string => `LIN! PIA:10 IMD:10 MEA:5 ALI:5 GIN:${marks} GIR:${marks}`;

/** A quantity with its schedule, dates and references. */
const scheduled = (maximum: number): string => `{SG:${maximum} QTY! SCC DTM:2 ${references(10)}}`;
const variances = `{SG:10 QVR! DTM:5 ${references(10)}}`;

/** DELFOR D.96A: by delivery point and then item, or by item and then delivery point. */
export const deliverySchedule: TransactionSource = {
  type: 'DELFOR',
  name: 'Delivery schedule message',
  structure: `UNH! BGM! DTM!:10 ${references(10)} {SG:20 NAD! LOC:10 ${contacts()}} UNS!
    {SG:500 NAD! LOC:10 FTX:5 ${documents(10)} ${contacts()} ${transport}
      {SG:9999 ${product(100)} LOC:100 DTM:5 FTX:5 ${contacts()} ${references(10)} ${transport} ${scheduled(200)}
        {SG:50 PAC! ${packedItems} ${variances}}}}
    {SG:9999 ${product(100)} DTM:5 FTX:5 ${references(10)} ${scheduled(50)} {SG:10 PAC! ${packedItems}}
      {SG:500 NAD! LOC:10 FTX:5 ${documents(1)} ${contacts()} ${scheduled(50)} ${variances} ${transport}}}
    UNS! CNT:5 FTX:5 UNT!`,
};

const dated = (maximum: number): string => `{SG:${maximum} QTY! DTM:2 ${references(10)}}`;
const schedules = (mandatory: '' | '!'): string =>
  `{SG${mandatory}:999 SCC! {SG${mandatory}:999 QTY! DTM:2 ${references(10)}}}`;

/** DELFOR D.01B: everything is in processing groups (GIS); schedules (SCC) hold their quantities. */
export const deliveryScheduleD01B: TransactionSource = {
  type: 'DELFOR',
  name: 'Delivery schedule message',
  structure: `UNH! BGM! DTM!:10 FTX:5 ${references(10)} {SG:99 NAD! ${references(10)} ${contacts()}} ${transport}
    {SG:9999 GIS!
      {SG NAD! LOC:10 FTX:5 ${references(10)} ${documents(10)} ${contacts()} ${transport}}
      {SG:9999 ${product(999)} LOC:999 DTM:5 FTX:5 ${references(10)} {SG:10 TDT! TMD DTM:5} ${dated(99)} ${schedules('')}
        {SG:99 PAC! ${packedItems}}
        {SG:999 NAD! LOC:10 FTX:5 ${documents(1)} ${contacts()} ${dated(10)} ${schedules('!')} ${transport}}}}
    UNT!`,
};

/** SLSRPT D.96A: by location and item what was sold. */
export const salesReport: TransactionSource = {
  type: 'SLSRPT',
  name: 'Sales data report message',
  structure: `UNH! BGM! DTM!:5 {SG!:5 NAD! ${contacts()}} ${references(5, 5)} {SG:5 CUX! DTM:5}
    {SG!:200000 LOC! DTM:5 ${references(99, 5)}
      {SG:200000 LIN! PIA:5 IMD:5 PAC:5 RFF:5 DOC:5 ALI:5 MOA:5 PRI:5 GIN:9999 {SG:999 QTY! MKS NAD}}}
    UNT!`,
};

export const salesReportD01B: TransactionSource = {
  type: 'SLSRPT',
  name: 'Sales data report message',
  structure: `UNH! BGM! DTM!:5 MKS ${references(9, 9)} {SG!:5 NAD! ${contacts()} ${references(9, 9)}} {SG:5 CUX! DTM:5 STS:5}
    {SG:200000 LOC! DTM:5 FTX:5 ${references(99, 5)}
      {SG:200000 LIN! PIA:5 IMD:5 DTM:9 PAC:5 RFF:5 DOC:5 ALI:5 MOA:5 GIN:9999 {SG:999 PRI! CUX} PAI:9
        {SG:999 QTY! MKS NAD PRI:9 DTM:9 RFF:9 STS:9}}}
    {SG GIS! {SG:999999 LIN! PIA:99 IMD:9 PAC:9 MOA:9
      {SG:9999 LOC! RFF:9 DTM:9 MOA:9 {SG:99 QTY! PRI:9 DTM:9 RFF:9 STS:9}}}}
    UNS! MOA:9 UNT!`,
};

const stockPacks = '{SG:9999 CPS! {SG:999 PAC! PCI:1000 {SG:9999 QTY! GIN:9999 DTM:5}}}';
const stockPlaces = '{SG:5 NAD! LOC} {SG:5 PRI! CUX DTM}';
const itemPacks = (inside: string): string =>
  `{SG:9999 CPS! {SG:9999 PAC! MEA:10 QTY:10 {SG:9999 PCI! RFF DTM:5 GIN:9999 ${inside}}}}`;

/** INVRPT D.96A: by item its quantities, each with place, status and price. */
export const inventoryReport: TransactionSource = {
  type: 'INVRPT',
  name: 'Inventory report message',
  structure: `UNH! BGM! DTM!:10 ${references(10)} {SG:20 NAD! LOC:5 ${references(10)} ${contacts(10)}} {SG:5 CUX! DTM}
    ${stockPacks}
    {SG:9999 LIN! PIA:10 IMD:10 MEA:10 ALI:10 LOC:5 DTM:5 ${references(10)}
      {SG:9999 QTY! INV GIN:9999 LOC:5 DTM:5 STS:9 ${stockPlaces} ${references(10)} ${itemPacks('')}}}
    UNT!`,
};

/** INVRPT D.01B: each quantity follows the movement (INV) it is of. */
export const inventoryReportD01B: TransactionSource = {
  type: 'INVRPT',
  name: 'Inventory report message',
  structure: `UNH! BGM! FTX:99 DTM!:10 ${references(10)} {SG:20 NAD! LOC:5 ${references(99)} ${contacts(10)}} {SG:5 CUX! DTM}
    ${stockPacks}
    {SG:* LIN! PIA:10 IMD:10 NAD MEA:10 ALI:10 LOC:5 DTM:5 FTX:99 ${references(10)}
      {SG:9999 INV! QTY! GIN:9999 LOC:5 DTM:5 STS:9 ${stockPlaces} ${references(10)} ${itemPacks('{SG:99 GIR! DTM:5}')}}}
    UNT!`,
};

/** Segments of directory D.96A, elements in order; `...` where what follows is not described. */
const segments: Readonly<Record<string, string>> = {
  AJT: 'M4465 C1082',
  ALC: 'M5463 CC552 C4471 C1227 CC214',
  ALI: 'C3239 C9213 C4183 C4183 C4183 C4183 C4183',
  BGM: 'CC002 C1004 C1225 C4343',
  CNT: 'MC270',
  COM: 'MC076 ...',
  CPS: 'M7164 C7166 C7075',
  CTA: 'C3139 CC056',
  CUX: 'CC504 CC504 C5402 C6341',
  DTM: 'MC507',
  FTX: 'M4451 C4453 CC107 CC108 C3453 ...',
  GIN: 'M7405 MC208 CC208 CC208 CC208 CC208',
  GIS: 'MC529',
  IMD: 'C7077 C7081 CC273 C7383',
  INV: 'C4501 C7491 C4499 C4503 CC522',
  LIN: 'C1082 C1229 CC212 CC829 C1222 C7083',
  LOC: 'M3227 CC517 CC519 ...',
  MEA: 'M6311 CC502 CC174 C7383',
  MOA: 'MC516',
  NAD: 'M3035 CC082 CC058 CC080 CC059 C3164 C3229 C3251 C3207',
  PAC: 'C7224 CC531 CC202 ...',
  PAI: 'MC534',
  PAT: 'M4279 CC110 CC112',
  PCD: 'MC501 ...',
  PCI: 'C4233 CC210 C8275 ...',
  PGI: 'M5379 CC288',
  PIA: 'M4347 MC212 CC212 CC212 CC212 CC212',
  PRI: 'CC509 C5213',
  QTY: 'MC186',
  QVR: 'CC279 ...',
  RFF: 'MC506',
  RNG: 'M6167 CC280',
  SCC: 'M4017 C4493 CC329',
  TAX: 'M5283 CC241 CC533 C5286 CC243 C5305 C3446 ...',
  TDT: 'M8051 C8028 CC220 ...',
  TOD: 'C4055 C4215 CC100',
  UCD: 'M0085 MS011',
  UCI: 'M0020 ...',
  UCF: 'M0048 ...',
  UCM: 'M0062 MS009 M0083 C0085 C0013 CS011 ...',
  UCS: 'M0096 C0085',
  UNH: 'M0062 MS009 C0068 ...',
  UNS: 'M0081',
  UNT: 'M0074 M0062',
};

/** Segments that may be there and whose content we do not use: allowed, and not checked inside. */
const passedThrough =
  'APR CAV CCI CED COD DGS DLM DOC EFI EQA EQD FII GIR HAN HYN INP MKS MTD PTY RCS RJL RTE SEL SGP STG STS TMD TRU TSR'.split(
    ' ',
  );

const open = Object.fromEntries(passedThrough.map((tag) => [tag, '...']));

export const segmentsD96A: Readonly<Record<string, string>> = { ...open, ...segments };

/** What directory D.01B changed: document number and postcode became composites, descriptions moved. */
export const segmentsD01B: Readonly<Record<string, string>> = {
  ...segmentsD96A,
  BGM: 'CC002 CC106 C1225 C4343',
  IMD: 'C7077 CC272 CC273 C7383',
  NAD: 'M3035 CC082 CC058 CC080 CC059 C3164 CC819 C3251 C3207',
};

// Generated from the route table by local/generate-contracts.ts: change the routes, not this file.

export type RuleVerdict =
  | {
      rule:
        | 'item-status'
        | 'supplier-status'
        | 'location-eligibility'
        | 'lead-time'
        | 'unit-conversion'
        | 'order-minimum'
        | 'order-multiple';
      verdict: 'passed';
      because?: string;
    }
  | {
      rule:
        | 'item-status'
        | 'supplier-status'
        | 'location-eligibility'
        | 'lead-time'
        | 'unit-conversion'
        | 'order-minimum'
        | 'order-multiple';
      verdict: 'adjusted';
      because: string;
      before: Quantity;
      after: Quantity;
    }
  | {
      rule:
        | 'item-status'
        | 'supplier-status'
        | 'location-eligibility'
        | 'lead-time'
        | 'unit-conversion'
        | 'order-minimum'
        | 'order-multiple';
      verdict: 'refused';
      because: string;
    };

export interface ApprovalGroup {
  id: string;
  runId: string;
  releaseId: string;
  supplierId: string;
  locationId: string;
  currency: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'PLN' | 'JPY';
  approval: 'policy' | 'person';
  state: 'waiting' | 'decided' | 'ordered' | 'nothing_to_order' | 'superseded';
  /**
   * @minItems 1
   * @maxItems 200
   */
  proposalIds: string[];
  pending: number;
  value: Money;
  proposedAt?: string;
  dueAt?: string;
  escalatedAt?: string;
  purchaseOrderId?: string;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface Money {
  amount: string;
  currency: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'PLN' | 'JPY';
}
export interface AuditEntry {
  id: string;
  at: string;
  action: string;
  actor: {
    kind: 'consumer' | 'person' | 'function';
    id: string;
  };
  target: string;
  reason?: string;
  detail?: string;
  from?: string;
  correlationId?: string;
  changes: {
    record: string;
    version: number;
    fields: {
      path: string;
      before?: string;
      after?: string;
    }[];
    cut: boolean;
  }[];
}
export interface AuditPage {
  entries: AuditEntry[];
  nextCursor?: string;
}
export interface CertificationReport {
  partnerId: string;
  agreementVersion: number;
  at: string;
  passed: number;
  failed: number;
  /**
   * @maxItems 200
   */
  cases: {
    name: string;
    title: string;
    passed: boolean;
    reason?: string;
  }[];
}
export interface CollectedInterchange {
  interchangeId: string;
  fileName: string;
  sizeBytes: number;
  sha256: string;
  content?: string;
  url: string;
  expiresAt: string;
}
export interface Content {
  text?: string;
  truncated: boolean;
  sizeBytes: number;
  url: string;
  expiresAt: string;
}
export interface CrossReference {
  id: string;
  partnerId: string;
  kind: 'item' | 'location';
  theirs: string;
  ours: string;
  changedAt: string;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface DeadLetter {
  id: string;
  queue: string;
  consumer?: string;
  state: 'waiting' | 'redriven' | 'discarded' | 'moved' | 'gone';
  carries: {
    kind: 'event' | 'file' | 'posting' | 'stream' | 'other';
    name: string;
    recordType?: string;
    recordId?: string;
    sequence?: number;
  };
  about?: string;
  died: {
    class: string;
    detail: string;
    at?: string;
  };
  messageGroup?: string;
  /**
   * @maxItems 20
   */
  seenAs: {
    messageId: string;
    sentAt: string;
    seenAt: string;
  }[];
  receives: number;
  returns: number;
  firstSeenAt: string;
  lastSeenAt: string;
  /**
   * @maxItems 20
   */
  redrives: {
    redriveId: string;
    at: string;
    by: string;
  }[];
  settled?: {
    by: string;
    at: string;
    reason: string;
    exceptionId?: string;
  };
  version: number;
  updatedAt: string;
  correlationId: string;
  sizeBytes: number;
}
export interface DeadLetterPage {
  entries: DeadLetter[];
  nextCursor?: string;
}
export interface DeadLetterQueues {
  entries: {
    queue: string;
    consumer?: string;
    fifo: boolean;
    waiting: number;
    messages: number;
    oldest?: string;
    classes: {
      class: string;
      count: number;
    }[];
    redriveId?: string;
  }[];
}
export interface DeadLetterWithMessage {
  id: string;
  queue: string;
  consumer?: string;
  state: 'waiting' | 'redriven' | 'discarded' | 'moved' | 'gone';
  carries: {
    kind: 'event' | 'file' | 'posting' | 'stream' | 'other';
    name: string;
    recordType?: string;
    recordId?: string;
    sequence?: number;
  };
  about?: string;
  died: {
    class: string;
    detail: string;
    at?: string;
  };
  messageGroup?: string;
  /**
   * @maxItems 20
   */
  seenAs: {
    messageId: string;
    sentAt: string;
    seenAt: string;
  }[];
  receives: number;
  returns: number;
  firstSeenAt: string;
  lastSeenAt: string;
  /**
   * @maxItems 20
   */
  redrives: {
    redriveId: string;
    at: string;
    by: string;
  }[];
  settled?: {
    by: string;
    at: string;
    reason: string;
    exceptionId?: string;
  };
  version: number;
  updatedAt: string;
  correlationId: string;
  sizeBytes: number;
  message: string;
  truncated: boolean;
  hint?: string;
}
export interface Decision {
  by: string;
  at: string;
  reason?: string;
}
export interface DecisionRecord {
  runId: string;
  plannedAt: string;
  reviewDays: number;
  inputs: PlanningInput;
  outcome: 'enough' | 'passed' | 'adjusted' | 'refused';
  net: NetRow[];
  requirement?: {
    quantity: string;
    unit:
      | 'EA'
      | 'PR'
      | 'DZN'
      | 'SET'
      | 'GRM'
      | 'KGM'
      | 'TNE'
      | 'ONZ'
      | 'LBR'
      | 'MLT'
      | 'LTR'
      | 'GLL'
      | 'CMT'
      | 'MTR'
      | 'INH'
      | 'FOT'
      | 'MTK'
      | 'XBG'
      | 'XBX'
      | 'XCS'
      | 'XCT'
      | 'XPK'
      | 'XPL'
      | 'XPX'
      | 'XRO';
    needDate: string;
  };
  verdicts: RuleVerdict[];
  order?: PlannedOrder;
  remarks: string[];
}
export interface PlanningInput {
  itemId: string;
  locationId: string;
  item?: {
    status: 'active' | 'phasing_out' | 'blocked' | 'inactive';
    baseUnit:
      | 'EA'
      | 'PR'
      | 'DZN'
      | 'SET'
      | 'GRM'
      | 'KGM'
      | 'TNE'
      | 'ONZ'
      | 'LBR'
      | 'MLT'
      | 'LTR'
      | 'GLL'
      | 'CMT'
      | 'MTR'
      | 'INH'
      | 'FOT'
      | 'MTK'
      | 'XBG'
      | 'XBX'
      | 'XCS'
      | 'XCT'
      | 'XPK'
      | 'XPL'
      | 'XPX'
      | 'XRO';
    version: number;
    packs: {
      unit:
        | 'EA'
        | 'PR'
        | 'DZN'
        | 'SET'
        | 'GRM'
        | 'KGM'
        | 'TNE'
        | 'ONZ'
        | 'LBR'
        | 'MLT'
        | 'LTR'
        | 'GLL'
        | 'CMT'
        | 'MTR'
        | 'INH'
        | 'FOT'
        | 'MTK'
        | 'XBG'
        | 'XBX'
        | 'XCS'
        | 'XCT'
        | 'XPK'
        | 'XPL'
        | 'XPX'
        | 'XRO';
      holds: string;
    }[];
  };
  location?: {
    status: 'active' | 'closed';
    /**
     * @minItems 1
     * @maxItems 7
     */
    receivingDays: number[];
    dockToStockDays: number;
    version: number;
  };
  supplier?: {
    id: string;
    status: 'active' | 'on_hold' | 'inactive';
    /**
     * @minItems 1
     * @maxItems 7
     */
    workingDays: number[];
    /**
     * @minItems 1
     * @maxItems 7
     */
    orderDays?: number[];
    orderCutOff?: string;
    /**
     * @maxItems 100
     */
    closedOn?: string[];
    version: number;
  };
  terms?: {
    id: string;
    supplierId: string;
    leadTimeDays: number;
    transitDays: number;
    orderUnit:
      | 'EA'
      | 'PR'
      | 'DZN'
      | 'SET'
      | 'GRM'
      | 'KGM'
      | 'TNE'
      | 'ONZ'
      | 'LBR'
      | 'MLT'
      | 'LTR'
      | 'GLL'
      | 'CMT'
      | 'MTR'
      | 'INH'
      | 'FOT'
      | 'MTK'
      | 'XBG'
      | 'XBX'
      | 'XCS'
      | 'XCT'
      | 'XPK'
      | 'XPL'
      | 'XPX'
      | 'XRO';
    minimumOrderQuantity: string;
    orderMultiple: string;
    price: Price;
    validFrom: string;
    validTo?: string;
    version: number;
  };
  policy?: {
    method: 'time_phased' | 'none';
    safetyStock: string;
    eligible: boolean;
    version: number;
  };
  position?: {
    unit:
      | 'EA'
      | 'PR'
      | 'DZN'
      | 'SET'
      | 'GRM'
      | 'KGM'
      | 'TNE'
      | 'ONZ'
      | 'LBR'
      | 'MLT'
      | 'LTR'
      | 'GLL'
      | 'CMT'
      | 'MTR'
      | 'INH'
      | 'FOT'
      | 'MTK'
      | 'XBG'
      | 'XBX'
      | 'XCS'
      | 'XCT'
      | 'XPK'
      | 'XPL'
      | 'XPX'
      | 'XRO';
    onHand: string;
    allocated: string;
    onHold: string;
    inTransit: string;
    asOf: string;
    version: number;
  };
  supply: OpenSupply[];
  forecast: {
    unit:
      | 'EA'
      | 'PR'
      | 'DZN'
      | 'SET'
      | 'GRM'
      | 'KGM'
      | 'TNE'
      | 'ONZ'
      | 'LBR'
      | 'MLT'
      | 'LTR'
      | 'GLL'
      | 'CMT'
      | 'MTR'
      | 'INH'
      | 'FOT'
      | 'MTK'
      | 'XBG'
      | 'XBX'
      | 'XCS'
      | 'XCT'
      | 'XPK'
      | 'XPL'
      | 'XPX'
      | 'XRO';
    from: string;
    /**
     * @minItems 1
     * @maxItems 156
     */
    quantities: string[];
    releaseId: string;
  };
}
export interface Price {
  amount: string;
  currency: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'PLN' | 'JPY';
  per: Quantity;
}
export interface Quantity {
  value: string;
  unit:
    | 'EA'
    | 'PR'
    | 'DZN'
    | 'SET'
    | 'GRM'
    | 'KGM'
    | 'TNE'
    | 'ONZ'
    | 'LBR'
    | 'MLT'
    | 'LTR'
    | 'GLL'
    | 'CMT'
    | 'MTR'
    | 'INH'
    | 'FOT'
    | 'MTK'
    | 'XBG'
    | 'XBX'
    | 'XCS'
    | 'XCT'
    | 'XPK'
    | 'XPL'
    | 'XPX'
    | 'XRO';
}
export interface OpenSupply {
  purchaseOrderId: string;
  version: number;
  lineNumber: number;
  state: 'requested' | 'confirmed' | 'part_received' | 'received' | 'cancelled' | 'refused';
  openQuantity: string;
  expectedDate: string;
}
export interface NetRow {
  bucket: string;
  demand: string;
  receipts: string;
  safetyStock: string;
  net: string;
  planned: string;
  projected: string;
}
export interface PlannedOrder {
  supplierId: string;
  quantity: Quantity;
  baseQuantity: Quantity;
  value: Money;
  requirementValue: Money;
  orderDate: string;
  requestedDate: string;
  deliveryDate: string;
  expedite: boolean;
}
export interface Document {
  id: string;
  kind: 'forecast-file' | 'edi-interchange';
  state: 'received' | 'in_progress' | 'applied' | 'rejected';
  fileName: string;
  sizeBytes: number;
  sha256: string;
  arrivals: number;
  resultId?: string;
  rejection?: {
    code: string;
    detail: string;
  };
  receivedAt: string;
  receivedFrom: string;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface DocumentPage {
  entries: Document[];
  nextCursor?: string;
}
export interface DocumentWithHistory {
  id: string;
  kind: 'forecast-file' | 'edi-interchange';
  state: 'received' | 'in_progress' | 'applied' | 'rejected';
  fileName: string;
  sizeBytes: number;
  sha256: string;
  arrivals: number;
  resultId?: string;
  rejection?: {
    code: string;
    detail: string;
  };
  receivedAt: string;
  receivedFrom: string;
  version: number;
  updatedAt: string;
  correlationId: string;
  history: HistoryEntry[];
}
export interface HistoryEntry {
  sequence: number;
  at: string;
  event: string;
  data: {};
  correlationId: string;
}
export interface DownloadLink {
  releaseId: string;
  rows: number;
  first: {
    line: number;
    code: string;
    reason: string;
    row: string;
  }[];
  url: string;
  expiresAt: string;
}
export interface EventConsumers {
  entries: {
    consumer: string;
    summary: string;
    queue: string;
    events: {
      name: string;
      summary: string;
    }[];
  }[];
}
export interface Exception {
  id: string;
  kind:
    | 'answer-overdue'
    | 'short-or-backorder'
    | 'price-difference'
    | 'date-slip'
    | 'substitution'
    | 'line-rejected'
    | 'answer-contradicts'
    | 'change-not-possible'
    | 'change-refused'
    | 'supplier-proposes-change'
    | 'ship-notice-late'
    | 'ship-notice-differs'
    | 'acknowledgement-rejecting'
    | 'acknowledgement-overdue'
    | 'unknown-partner'
    | 'unreadable-interchange'
    | 'document-rejected'
    | 'duplicate-differs'
    | 'control-number-gap'
    | 'partner-silent'
    | 'receipt-differs'
    | 'receipt-unannounced'
    | 'invoice-variance'
    | 'invoice-duplicate'
    | 'unknown-code'
    | 'pack-conflict'
    | 'offer-differs'
    | 'posting-refused'
    | 'dead-letter';
  owner: 'buyer' | 'edi_coordinator' | 'receiving' | 'accounts_payable' | 'steward' | 'planner' | 'ops';
  severity: 'low' | 'medium' | 'high';
  state: 'open' | 'claimed' | 'resolved';
  title: string;
  about: {
    partnerId?: string;
    supplierId?: string;
    purchaseOrderId?: string;
    orderNumber?: string;
    lineNumber?: number;
    itemId?: string;
    partnerDocumentId?: string;
    interchangeId?: string;
    invoiceId?: string;
    goodsReceiptId?: string;
    orderChangeId?: string;
    crossReferenceId?: string;
    deadLetterId?: string;
  };
  /**
   * @maxItems 50
   */
  evidence: {
    what: string;
    expected?: string;
    received?: string;
  }[];
  atStake?: Money;
  /**
   * @maxItems 9
   */
  actions: (
    'accept' | 'counter' | 'cancel-line' | 'resend' | 'extend' | 'reprocess' | 'override' | 'reject' | 'close'
  )[];
  openedAt: string;
  dueAt: string;
  remindedAt?: string;
  escalatedAt?: string;
  claimedBy?: string;
  /**
   * @maxItems 50
   */
  comments: {
    by: string;
    at: string;
    text: string;
  }[];
  resolution?: {
    action:
      | 'accept'
      | 'counter'
      | 'cancel-line'
      | 'resend'
      | 'extend'
      | 'reprocess'
      | 'override'
      | 'reject'
      | 'close';
    by: string;
    at: string;
    reason: string;
    counter?: {
      quantity?: string;
      price?: string;
      requestedDate?: string;
    };
  };
  reopened: number;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface ExceptionPage {
  entries: Exception[];
  nextCursor?: string;
}
export interface ForecastComparison {
  against?: string;
  /**
   * @maxItems 313
   */
  weeks: {
    bucket: string;
    before: string;
    after: string;
  }[];
  /**
   * @maxItems 200
   */
  largest: {
    itemId: string;
    locationId: string;
    unit:
      | 'EA'
      | 'PR'
      | 'DZN'
      | 'SET'
      | 'GRM'
      | 'KGM'
      | 'TNE'
      | 'ONZ'
      | 'LBR'
      | 'MLT'
      | 'LTR'
      | 'GLL'
      | 'CMT'
      | 'MTR'
      | 'INH'
      | 'FOT'
      | 'MTK'
      | 'XBG'
      | 'XBX'
      | 'XCS'
      | 'XCT'
      | 'XPK'
      | 'XPL'
      | 'XPX'
      | 'XRO';
    what: 'changed' | 'added' | 'dropped';
    before: string;
    after: string;
  }[];
}
export interface ForecastRelease {
  id: string;
  documentId: string;
  state: 'received' | 'validated' | 'held' | 'approved' | 'superseded' | 'rejected';
  fileName: string;
  horizon?: {
    from: string;
    to: string;
    buckets: number;
  };
  counts: LineCounts;
  total?: string;
  itemLocations?: number;
  revision?: ForecastRevision;
  /**
   * @maxItems 20
   */
  reasons: string[];
  approvedBy?: string;
  approvedAt?: string;
  receivedAt: string;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface LineCounts {
  received: number;
  applied: number;
  rejected: number;
  quarantined: number;
  inFlight: number;
}
export interface ForecastRevision {
  against: string;
  changed: number;
  added: number;
  dropped: number;
  totalBefore: string;
  totalAfter: string;
}
export interface ForecastReleasePage {
  entries: ForecastRelease[];
  nextCursor?: string;
}
export interface ForecastSeries {
  releaseId: string;
  series?: {
    itemId: string;
    locationId: string;
    unit:
      | 'EA'
      | 'PR'
      | 'DZN'
      | 'SET'
      | 'GRM'
      | 'KGM'
      | 'TNE'
      | 'ONZ'
      | 'LBR'
      | 'MLT'
      | 'LTR'
      | 'GLL'
      | 'CMT'
      | 'MTR'
      | 'INH'
      | 'FOT'
      | 'MTK'
      | 'XBG'
      | 'XBX'
      | 'XCS'
      | 'XCT'
      | 'XPK'
      | 'XPL'
      | 'XPX'
      | 'XRO';
    from: string;
    /**
     * @minItems 1
     * @maxItems 156
     */
    quantities: string[];
  };
  baseline?: {
    releaseId: string;
    series?: {
      itemId: string;
      locationId: string;
      unit:
        | 'EA'
        | 'PR'
        | 'DZN'
        | 'SET'
        | 'GRM'
        | 'KGM'
        | 'TNE'
        | 'ONZ'
        | 'LBR'
        | 'MLT'
        | 'LTR'
        | 'GLL'
        | 'CMT'
        | 'MTR'
        | 'INH'
        | 'FOT'
        | 'MTK'
        | 'XBG'
        | 'XBX'
        | 'XCS'
        | 'XCT'
        | 'XPK'
        | 'XPL'
        | 'XPX'
        | 'XRO';
      from: string;
      /**
       * @minItems 1
       * @maxItems 156
       */
      quantities: string[];
    };
  };
}
export interface ForecastUpload {
  uploadId: string;
  url: string;
  fields: {
    [k: string]: string;
  };
  maximumBytes: number;
  expiresAt: string;
  correlationId: string;
}
export interface Found {
  entries: {
    type: string;
    id: string;
    title: string;
    matched: string;
    at?: string;
  }[];
}
export interface Health {
  status: 'ok';
  environment: string;
}
export interface Identifier {
  scheme: string;
  value: string;
}
export interface Interchange {
  id: string;
  direction: 'in' | 'out';
  state:
    | 'received'
    | 'split'
    | 'duplicate'
    | 'refused'
    | 'quarantined'
    | 'read_again'
    | 'prepared'
    | 'sent'
    | 'accepted'
    | 'accepted_with_errors'
    | 'rejected'
    | 'overdue';
  partnerId?: string;
  agreementVersion?: number;
  standard?: 'x12' | 'edifact';
  usage?: 'test' | 'production';
  sender?: {
    qualifier: string;
    id: string;
  };
  receiver?: {
    qualifier: string;
    id: string;
  };
  controlNumber?: string;
  groupReference?: string;
  documentId?: string;
  sha256: string;
  readAgainAs?: string;
  /**
   * @maxItems 10
   */
  carries?: string[];
  transport?: 'mailbox' | 'https';
  fileName: string;
  transactions: number;
  rejected: number;
  repeats: number;
  /**
   * @maxItems 50
   */
  findings: {
    code: string;
    at: string;
    message: string;
  }[];
  acknowledgementId?: string;
  acknowledgementDueAt?: string;
  isAcknowledgement: boolean;
  at: string;
  sentAt?: string;
  collectedAt?: string;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface InterchangePage {
  entries: Interchange[];
  nextCursor?: string;
}
export interface InterchangeUpload {
  uploadId: string;
  url: string;
  fields: {
    [k: string]: string;
  };
  maximumBytes: number;
  expiresAt: string;
  correlationId: string;
}
export interface InterchangeWithContent {
  id: string;
  direction: 'in' | 'out';
  state:
    | 'received'
    | 'split'
    | 'duplicate'
    | 'refused'
    | 'quarantined'
    | 'read_again'
    | 'prepared'
    | 'sent'
    | 'accepted'
    | 'accepted_with_errors'
    | 'rejected'
    | 'overdue';
  partnerId?: string;
  agreementVersion?: number;
  standard?: 'x12' | 'edifact';
  usage?: 'test' | 'production';
  sender?: {
    qualifier: string;
    id: string;
  };
  receiver?: {
    qualifier: string;
    id: string;
  };
  controlNumber?: string;
  groupReference?: string;
  documentId?: string;
  sha256: string;
  readAgainAs?: string;
  /**
   * @maxItems 10
   */
  carries?: string[];
  transport?: 'mailbox' | 'https';
  fileName: string;
  transactions: number;
  rejected: number;
  repeats: number;
  /**
   * @maxItems 50
   */
  findings: {
    code: string;
    at: string;
    message: string;
  }[];
  acknowledgementId?: string;
  acknowledgementDueAt?: string;
  isAcknowledgement: boolean;
  at: string;
  sentAt?: string;
  collectedAt?: string;
  version: number;
  updatedAt: string;
  correlationId: string;
  content?: Content;
  documents: PartnerDocument[];
  history: HistoryEntry[];
}
export interface PartnerDocument {
  id: string;
  direction: 'in' | 'out';
  channel: 'edi' | 'api';
  kind:
    | (
        | 'order-acknowledgement'
        | 'order-change-answer'
        | 'ship-notice'
        | 'supplier-invoice'
        | 'supplier-stock'
        | 'supplier-catalog'
        | 'customer-order'
      )
    | ('purchase-order' | 'order-change' | 'planning-schedule' | 'product-activity');
  state: 'received' | 'applied' | 'parked' | 'rejected' | 'sent' | 'delivered' | 'refused';
  partnerId: string;
  supplierId: string;
  agreementVersion: number;
  number?: string;
  orderNumber?: string;
  purchaseOrderId?: string;
  ordinal: string;
  edi?: {
    interchangeId: string;
    type: string;
    version: string;
    groupReference: string;
    transactionReference: string;
  };
  /**
   * @maxItems 50
   */
  findings: {
    code: string;
    at: string;
    message: string;
  }[];
  waitsFor?: string;
  resultId?: string;
  test: boolean;
  at: string;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface Invoice {
  id: string;
  supplierId: string;
  partnerId: string;
  number: string;
  kind: 'invoice' | 'credit_note' | 'debit_note';
  issuedOn: string;
  currency: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'PLN' | 'JPY';
  total: string;
  tax: string;
  system: string;
  state: 'waiting_for_receipt' | 'matched' | 'blocked' | 'duplicate' | 'posted' | 'refused' | 'rejected';
  /**
   * @maxItems 50
   */
  reasons: string[];
  dueAt?: string;
  overriddenBy?: string;
  /**
   * @maxItems 500
   */
  lines: {
    stated: string;
    purchaseOrderId?: string;
    lineNumber?: number;
    itemId?: string;
    quantity: Quantity;
    baseQuantity?: string;
    price: Price;
    amount: string;
    verdict:
      | 'matched'
      | 'waits_for_receipt'
      | 'quantity'
      | 'price'
      | 'unknown_order'
      | 'unknown_line'
      | 'unit'
      | 'currency';
    because?: string;
  }[];
  /**
   * @maxItems 100
   */
  charges: {
    code: string;
    description: string;
    amount: string;
    agreed: boolean;
  }[];
  refusal?: string;
  systemNumber?: string;
  /**
   * @maxItems 5
   */
  identifiers: Identifier[];
  provenance: Provenance;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface Provenance {
  system: string;
  sourceVersion?: string;
  documentId?: string;
  receivedAt: string;
}
export interface InvoicePage {
  entries: Invoice[];
  nextCursor?: string;
}
export interface Item {
  id: string;
  description: string;
  status: 'active' | 'phasing_out' | 'blocked' | 'inactive';
  /**
   * @maxItems 8
   */
  hierarchy: string[];
  baseUnit:
    | 'EA'
    | 'PR'
    | 'DZN'
    | 'SET'
    | 'GRM'
    | 'KGM'
    | 'TNE'
    | 'ONZ'
    | 'LBR'
    | 'MLT'
    | 'LTR'
    | 'GLL'
    | 'CMT'
    | 'MTR'
    | 'INH'
    | 'FOT'
    | 'MTK'
    | 'XBG'
    | 'XBX'
    | 'XCS'
    | 'XCT'
    | 'XPK'
    | 'XPL'
    | 'XPX'
    | 'XRO';
  /**
   * @maxItems 10
   */
  packs: Pack[];
  /**
   * @maxItems 20
   */
  identifiers: Identifier[];
  provenance: Provenance;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface Pack {
  unit:
    | 'EA'
    | 'PR'
    | 'DZN'
    | 'SET'
    | 'GRM'
    | 'KGM'
    | 'TNE'
    | 'ONZ'
    | 'LBR'
    | 'MLT'
    | 'LTR'
    | 'GLL'
    | 'CMT'
    | 'MTR'
    | 'INH'
    | 'FOT'
    | 'MTK'
    | 'XBG'
    | 'XBX'
    | 'XCS'
    | 'XCT'
    | 'XPK'
    | 'XPL'
    | 'XPX'
    | 'XRO';
  holds: string;
  gtin?: string;
}
export interface ItemPage {
  entries: Item[];
  nextCursor?: string;
}
export interface Lineage {
  root: string;
  nodes: {
    id: string;
    station:
      | 'plan'
      | 'release'
      | 'run'
      | 'proposal'
      | 'approval'
      | 'order'
      | 'posting'
      | 'order-sent'
      | 'answer'
      | 'ship-notice'
      | 'receipt'
      | 'invoice'
      | 'invoice-posting';
    recordType: string;
    recordId: string;
    title: string;
    state: string;
    system: string;
    at?: string;
    awaited: boolean;
  }[];
  edges: {
    from: string;
    to: string;
  }[];
  cut: boolean;
}
export interface Location {
  id: string;
  name: string;
  kind: 'distribution_center' | 'warehouse' | 'branch';
  status: 'active' | 'closed';
  region: string;
  company: string;
  /**
   * @minItems 1
   * @maxItems 7
   */
  receivingDays: number[];
  dockToStockDays: number;
  /**
   * @maxItems 20
   */
  identifiers: Identifier[];
  provenance: Provenance;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface LocationPage {
  entries: Location[];
  nextCursor?: string;
}
export interface Me {
  id: string;
  name?: string;
  roles: ('ops' | 'buyer' | 'planner' | 'steward' | 'auditor')[];
  may: string[];
  decides: ('buyer' | 'edi_coordinator' | 'receiving' | 'accounts_payable' | 'steward' | 'planner' | 'ops')[];
}
export interface MeasureSeries {
  id: string;
  title: string;
  unit: 'ratio' | 'count' | 'seconds';
  value?: number;
  numerator: number;
  denominator?: number;
  definition: string;
  better: 'higher' | 'lower';
  dimensions: (
    | 'all'
    | 'supplier'
    | 'region'
    | 'process'
    | 'system'
    | 'lane'
    | 'owner'
    | 'kind'
    | 'queue'
    | 'class'
    | 'source'
  )[];
  dimension:
    | 'all'
    | 'supplier'
    | 'region'
    | 'process'
    | 'system'
    | 'lane'
    | 'owner'
    | 'kind'
    | 'queue'
    | 'class'
    | 'source';
  from: string;
  to: string;
  values: {
    of: string;
    value?: number;
    numerator: number;
    denominator?: number;
    days: {
      day: string;
      value?: number;
      numerator: number;
      denominator?: number;
    }[];
    link: string;
  }[];
}
export interface OnboardedPartner {
  partner: Partner;
  changed: boolean;
  mailbox: {
    in: string;
    out: string;
  };
  access?: {
    clientId: string;
    apiKeyId: string;
    clientSecret?: string;
    apiKey?: string;
  };
}
export interface Partner {
  id: string;
  name: string;
  status: 'onboarding' | 'active' | 'suspended';
  supplierId: string;
  edi?:
    | {
        standard: 'x12';
        us: {
          qualifier: string;
          id: string;
          group?: string;
        };
        them: {
          qualifier: string;
          id: string;
          group?: string;
        };
        usage: 'test' | 'production';
        reading: 'strict' | 'lenient';
        /**
         * @maxItems 16
         */
        tolerated?: (
          | 'segment-unknown'
          | 'segment-unexpected'
          | 'segment-repeats'
          | 'loop-repeats'
          | 'element-missing'
          | 'element-condition'
          | 'element-exclusion'
          | 'element-excess'
          | 'element-short'
          | 'element-long'
          | 'element-character'
          | 'element-code'
          | 'element-date'
          | 'element-time'
          | 'repetition-excess'
          | 'component-excess'
        )[];
        duplicates: 'answer-again' | 'refuse';
        continueFrom?: {
          interchange: number;
          group: number;
        };
        version: '004010' | '005010';
        delimiters?: {
          element: string;
          component: string;
          terminator: string;
          repetition?: string;
        };
        acknowledgements: {
          send: '997' | '999' | 'none';
          expectWithinMinutes?: number;
        };
      }
    | {
        standard: 'edifact';
        us: {
          qualifier: string;
          id: string;
          group?: string;
        };
        them: {
          qualifier: string;
          id: string;
          group?: string;
        };
        usage: 'test' | 'production';
        reading: 'strict' | 'lenient';
        /**
         * @maxItems 16
         */
        tolerated?: (
          | 'segment-unknown'
          | 'segment-unexpected'
          | 'segment-repeats'
          | 'loop-repeats'
          | 'element-missing'
          | 'element-condition'
          | 'element-exclusion'
          | 'element-excess'
          | 'element-short'
          | 'element-long'
          | 'element-character'
          | 'element-code'
          | 'element-date'
          | 'element-time'
          | 'repetition-excess'
          | 'component-excess'
        )[];
        duplicates: 'answer-again' | 'refuse';
        continueFrom?: {
          interchange: number;
          group: number;
        };
        version: 'D96A' | 'D01B';
        syntax: {
          identifier: 'UNOA' | 'UNOB' | 'UNOC' | 'UNOY' | 'UNOW';
          version: '3' | '4';
        };
        association?: string;
        acknowledgements: {
          send: 'CONTRL' | 'none';
          expectWithinMinutes?: number;
        };
      };
  transport: 'mailbox' | 'https';
  documents: {
    /**
     * @maxItems 4
     */
    send: ('purchase-order' | 'order-change' | 'planning-schedule' | 'product-activity')[];
    /**
     * @maxItems 7
     */
    receive: (
      | 'order-acknowledgement'
      | 'order-change-answer'
      | 'ship-notice'
      | 'supplier-invoice'
      | 'supplier-stock'
      | 'supplier-catalog'
      | 'customer-order'
    )[];
  };
  answerWithinHours: number;
  silentAfterDays?: number;
  changeQuantities: 'total' | 'delta';
  tolerances: {
    quantityOverPercent: string;
    quantityUnderPercent: string;
    pricePercent: string;
    priceAmount: string;
    daysEarly: number;
    daysLate: number;
    invoicePercent: string;
    invoiceAmount: string;
  };
  receiptWithinDays: number;
  /**
   * @maxItems 50
   */
  agreedCharges: {
    code: string;
    atMost: string;
  }[];
  /**
   * @maxItems 100
   */
  deviations: {
    document:
      | ('purchase-order' | 'order-change' | 'planning-schedule' | 'product-activity')
      | (
          | 'order-acknowledgement'
          | 'order-change-answer'
          | 'ship-notice'
          | 'supplier-invoice'
          | 'supplier-stock'
          | 'supplier-catalog'
          | 'customer-order'
        );
    level: 'segment' | 'canonical';
    expression: string;
    because: string;
  }[];
  activeSince?: string;
  certification?: {
    at: string;
    passed: number;
    failed: number;
  };
  version: number;
  lastHeardAt?: string;
  /**
   * @maxItems 5
   */
  consumers?: string[];
}
export interface OrderChange {
  id: string;
  purchaseOrderId: string;
  sequence: number;
  origin: 'buyer' | 'supplier' | 'system';
  reason: string;
  exceptionId?: string;
  documentId?: string;
  system: string;
  /**
   * @minItems 1
   * @maxItems 200
   */
  lines: {
    lineNumber: number;
    action: 'change' | 'cancel' | 'add';
    itemId: string;
    quantity?: Quantity;
    price?: Price;
    requestedDate?: string;
  }[];
  posting: 'none' | 'requested' | 'posted' | 'refused';
  telling: 'none' | 'requested' | 'sent';
  refusal?: string;
  requestedAt: string;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface OrderProgress {
  id: string;
  supplierId: string;
  partnerId?: string;
  channel: 'edi' | 'api' | 'none';
  orderNumber: string;
  system: string;
  locationId: string;
  currency: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'PLN' | 'JPY';
  orderDate: string;
  cancelled: boolean;
  told?: {
    documentId: string;
    at: string;
    delivery: 'sent' | 'delivered' | 'refused';
  };
  answer: {
    state: 'none' | 'awaiting' | 'accepted' | 'differs' | 'rejected' | 'held';
    dueAt?: string;
    documentId?: string;
    ordinal?: string;
    answeredAt?: string;
    overdueSince?: string;
  };
  change: {
    sequence: number;
    unanswered?: string;
  };
  /**
   * @maxItems 100
   */
  waitingInvoices: string[];
  /**
   * @minItems 1
   * @maxItems 200
   */
  lines: {
    lineNumber: number;
    itemId: string;
    quantity: Quantity;
    baseQuantity: Quantity;
    price: Price;
    requestedDate: string;
    firstPromisedDate?: string;
    lastPromisedDate?: string;
    cancelled: boolean;
    answer?: {
      documentId: string;
      /**
       * @minItems 1
       * @maxItems 10
       */
      outcomes: (
        | 'accepted'
        | 'quantity'
        | 'backordered'
        | 'price'
        | 'date'
        | 'substituted'
        | 'rejected'
        | 'held'
        | 'contradicts'
        | 'unanswered'
      )[];
      quantity?: string;
      price?: Price;
      deliveryDate?: string;
      substituteItemId?: string;
    };
    /**
     * @maxItems 100
     */
    shipped: {
      documentId: string;
      quantity: string;
      shippedOn?: string;
      expectedOn?: string;
    }[];
    /**
     * @maxItems 100
     */
    received: {
      receiptId: string;
      good: string;
      damaged: string;
      receivedOn: string;
    }[];
    /**
     * @maxItems 100
     */
    invoiced: {
      invoiceId: string;
      quantity: string;
      amount: string;
    }[];
  }[];
  /**
   * @maxItems 3
   */
  identifiers: Identifier[];
  version: number;
  updatedAt: string;
  correlationId: string;
  changes: OrderChange[];
}
export interface Overview {
  asOf: string;
  from: string;
  to: string;
  measures: {
    id: string;
    title: string;
    unit: 'ratio' | 'count' | 'seconds';
    value?: number;
    numerator: number;
    denominator?: number;
    definition: string;
    better: 'higher' | 'lower';
    dimensions: (
      | 'all'
      | 'supplier'
      | 'region'
      | 'process'
      | 'system'
      | 'lane'
      | 'owner'
      | 'kind'
      | 'queue'
      | 'class'
      | 'source'
    )[];
    days: {
      day: string;
      value?: number;
      numerator: number;
      denominator?: number;
    }[];
    link: string;
  }[];
  waiting: {
    what: string;
    title: string;
    by: string;
    count: number;
    oldestDay?: string;
    byDay: {
      day: string;
      count: number;
    }[];
    link: string;
  }[];
  sources: {
    id: string;
    system: string;
    what: 'master-data' | 'purchase-orders' | 'goods-receipts';
    triedAt: string;
    succeededAt?: string;
    changed: number;
    changedAt?: string;
    lagSeconds?: number;
    failure?: {
      code: string;
      detail: string;
    };
    everySeconds: number;
    freshness: 'fresh' | 'lagging' | 'stale';
    ageSeconds?: number;
  }[];
}
export interface PartnerDocumentPage {
  entries: PartnerDocument[];
  nextCursor?: string;
}
export interface PartnerDocumentWithContent {
  id: string;
  direction: 'in' | 'out';
  channel: 'edi' | 'api';
  kind:
    | (
        | 'order-acknowledgement'
        | 'order-change-answer'
        | 'ship-notice'
        | 'supplier-invoice'
        | 'supplier-stock'
        | 'supplier-catalog'
        | 'customer-order'
      )
    | ('purchase-order' | 'order-change' | 'planning-schedule' | 'product-activity');
  state: 'received' | 'applied' | 'parked' | 'rejected' | 'sent' | 'delivered' | 'refused';
  partnerId: string;
  supplierId: string;
  agreementVersion: number;
  number?: string;
  orderNumber?: string;
  purchaseOrderId?: string;
  ordinal: string;
  edi?: {
    interchangeId: string;
    type: string;
    version: string;
    groupReference: string;
    transactionReference: string;
  };
  /**
   * @maxItems 50
   */
  findings: {
    code: string;
    at: string;
    message: string;
  }[];
  waitsFor?: string;
  resultId?: string;
  test: boolean;
  at: string;
  version: number;
  updatedAt: string;
  correlationId: string;
  history: HistoryEntry[];
  content?: Content;
}
export interface PartnerPage {
  entries: Partner[];
  nextCursor?: string;
}
export interface PostedInterchange {
  documentId: string;
  sizeBytes: number;
  sha256: string;
  correlationId: string;
}
export interface Posting {
  state: 'pending' | 'claimed' | 'unknown' | 'parked' | 'settled' | 'refused' | 'needs-person';
  system: string;
  reference: string;
  attempts: number;
  reason?: string;
  dueAt?: string;
}
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  hint: string;
  faults?: {
    at: string;
    message: string;
  }[];
  correlationId: string;
}
export interface Proposal {
  id: string;
  runId: string;
  releaseId: string;
  approvalGroupId: string;
  state: 'waiting' | 'approved' | 'rejected' | 'superseded';
  itemId: string;
  locationId: string;
  supplierId: string;
  netRequirement: Quantity;
  orderQuantity: Quantity;
  baseQuantity: Quantity;
  price: Price;
  value: Money;
  needDate: string;
  orderDate: string;
  requestedDate: string;
  expedite: boolean;
  /**
   * @maxItems 10
   */
  approvalReasons: string[];
  decision?: Decision;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface ProposalPage {
  entries: Proposal[];
  nextCursor?: string;
}
export interface ProposalWithDecisionRecord {
  id: string;
  runId: string;
  releaseId: string;
  approvalGroupId: string;
  state: 'waiting' | 'approved' | 'rejected' | 'superseded';
  itemId: string;
  locationId: string;
  supplierId: string;
  netRequirement: Quantity;
  orderQuantity: Quantity;
  baseQuantity: Quantity;
  price: Price;
  value: Money;
  needDate: string;
  orderDate: string;
  requestedDate: string;
  expedite: boolean;
  /**
   * @maxItems 10
   */
  approvalReasons: string[];
  decision?: Decision;
  version: number;
  updatedAt: string;
  correlationId: string;
  decisionRecord: DecisionRecord;
}
export interface PurchaseOrder {
  id: string;
  type: 'standard';
  state: 'requested' | 'confirmed' | 'part_received' | 'received' | 'cancelled' | 'refused';
  origin: 'crossdock' | 'system';
  system: string;
  number?: string;
  supplierId: string;
  locationId: string;
  /**
   * @minItems 1
   * @maxItems 200
   */
  lines: PurchaseOrderLine[];
  total: Money;
  orderDate: string;
  approvalGroupId?: string;
  releaseId?: string;
  refusal?: string;
  /**
   * @maxItems 20
   */
  identifiers: Identifier[];
  provenance: Provenance;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface PurchaseOrderLine {
  lineNumber: number;
  itemId: string;
  quantity: Quantity;
  baseQuantity: Quantity;
  openQuantity: string;
  price: Price;
  requestedDate: string;
  firstPromisedDate?: string;
  lastPromisedDate?: string;
  proposalId?: string;
}
export interface PurchaseOrderPage {
  entries: PurchaseOrder[];
  nextCursor?: string;
}
export interface PurchaseOrderWithPosting {
  id: string;
  type: 'standard';
  state: 'requested' | 'confirmed' | 'part_received' | 'received' | 'cancelled' | 'refused';
  origin: 'crossdock' | 'system';
  system: string;
  number?: string;
  supplierId: string;
  locationId: string;
  /**
   * @minItems 1
   * @maxItems 200
   */
  lines: PurchaseOrderLine[];
  total: Money;
  orderDate: string;
  approvalGroupId?: string;
  releaseId?: string;
  refusal?: string;
  /**
   * @maxItems 20
   */
  identifiers: Identifier[];
  provenance: Provenance;
  version: number;
  updatedAt: string;
  correlationId: string;
  posting?: Posting;
}
export interface Redrive {
  id: string;
  queue: string;
  selection:
    | {
        kind: 'some';
        /**
         * @minItems 1
         * @maxItems 500
         */
        ids: string[];
      }
    | {
        kind: 'all';
        class?: string;
      };
  counts: {
    sent: number;
    skipped: number;
    failed: number;
  };
  perSecond: number;
  state: 'running' | 'cancelled' | 'done' | 'failed';
  startedBy: string;
  startedAt: string;
  reason: string;
  cancelledBy?: string;
  finishedAt?: string;
  failure?: string;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface RedrivePage {
  entries: Redrive[];
  nextCursor?: string;
}
export interface Rehearsal {
  outcome: 'would-succeed' | 'would-fail';
  effects: {
    what: string;
    about: string;
  }[];
  problem?: {
    code: string;
    detail: string;
    repairedBy?: string;
    hint?: string;
  };
  at: string;
}
export interface Replay {
  id: string;
  consumer: string;
  selection: {
    entity?: {
      type: string;
      id: string;
    };
    /**
     * @minItems 1
     * @maxItems 20
     */
    events?: string[];
    from?: string;
    to?: string;
  };
  counts: {
    read: number;
    sent: number;
    skipped: number;
  };
  perSecond: number;
  state: 'running' | 'cancelled' | 'done' | 'failed';
  startedBy: string;
  startedAt: string;
  reason: string;
  cancelledBy?: string;
  finishedAt?: string;
  failure?: string;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface ReplayPage {
  entries: Replay[];
  nextCursor?: string;
}
export interface ReplayPreview {
  count: number;
  more: boolean;
  records: number;
  byEvent: {
    event: string;
    count: number;
  }[];
  first: {
    event: string;
    recordType: string;
    recordId: string;
    sequence: number;
    at: string;
  }[];
  rehearsed: {
    event: string;
    recordType: string;
    recordId: string;
    sequence: number;
    outcome: 'would-succeed' | 'would-fail';
    effects: {
      what: string;
      about: string;
    }[];
    problem?: {
      code: string;
      detail: string;
    };
  }[];
}
export interface ReplenishmentRun {
  id: string;
  releaseId: string;
  state: 'planning' | 'proposed' | 'superseded';
  follows?: string;
  startedAt: string;
  counts?: {
    itemLocations: number;
    enough: number;
    passed: number;
    adjusted: number;
    refused: number;
    automatic: number;
    waiting: number;
  };
  /**
   * @maxItems 10
   */
  orderValue?: Money[];
  /**
   * @maxItems 10
   */
  shortageAvoided?: Money[];
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface ReplenishmentRunPage {
  entries: ReplenishmentRun[];
  nextCursor?: string;
}
export interface ReplenishmentRunWithGroups {
  id: string;
  releaseId: string;
  state: 'planning' | 'proposed' | 'superseded';
  follows?: string;
  startedAt: string;
  counts?: {
    itemLocations: number;
    enough: number;
    passed: number;
    adjusted: number;
    refused: number;
    automatic: number;
    waiting: number;
  };
  /**
   * @maxItems 10
   */
  orderValue?: Money[];
  /**
   * @maxItems 10
   */
  shortageAvoided?: Money[];
  version: number;
  updatedAt: string;
  correlationId: string;
  groups: ApprovalGroup[];
}
export interface ReprocessedInterchange {
  interchangeId: string;
  state:
    | 'received'
    | 'split'
    | 'duplicate'
    | 'refused'
    | 'quarantined'
    | 'read_again'
    | 'prepared'
    | 'sent'
    | 'accepted'
    | 'accepted_with_errors'
    | 'rejected'
    | 'overdue';
}
export interface Scorecard {
  supplierId: string;
  month: string;
  from: string;
  to: string;
  asOf: string;
  complete: boolean;
  /**
   * @minItems 9
   * @maxItems 9
   */
  measures: {
    measure:
      | 'acknowledgement-time'
      | 'acknowledgement-in-time'
      | 'on-time-in-full'
      | 'on-time-in-full-requested'
      | 'on-time'
      | 'in-full'
      | 'quantity-accuracy'
      | 'price-accuracy'
      | 'invoice-match-rate';
    unit: 'percent' | 'hours';
    value?: string;
    numerator: number;
    denominator: number;
    /**
     * @maxItems 50
     */
    counted: string[];
    /**
     * @maxItems 50
     */
    missed: string[];
  }[];
}
export interface Shipment {
  id: string;
  supplierId: string;
  partnerId: string;
  number: string;
  state: 'expected' | 'part_received' | 'received' | 'cancelled' | 'replaced';
  shippedOn?: string;
  expectedOn?: string;
  packs: number;
  replaces?: string;
  /**
   * @maxItems 1000
   */
  lines: {
    purchaseOrderId: string;
    lineNumber: number;
    itemId: string;
    quantity: Quantity;
    received: string;
    /**
     * @maxItems 50
     */
    lots: {
      number: string;
      expiresOn?: string;
    }[];
  }[];
  /**
   * @maxItems 5
   */
  identifiers: Identifier[];
  provenance: Provenance;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface ShipmentPage {
  entries: Shipment[];
  nextCursor?: string;
}
export interface SourceStatus {
  id: string;
  system: string;
  what: 'master-data' | 'purchase-orders' | 'goods-receipts';
  triedAt: string;
  succeededAt?: string;
  changed: number;
  changedAt?: string;
  lagSeconds?: number;
  failure?: {
    code: string;
    detail: string;
  };
  everySeconds: number;
}
export interface Supplier {
  id: string;
  name: string;
  status: 'active' | 'on_hold' | 'inactive';
  currency: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'PLN' | 'JPY';
  /**
   * @minItems 1
   * @maxItems 7
   */
  workingDays: number[];
  /**
   * @minItems 1
   * @maxItems 7
   */
  orderDays?: number[];
  orderCutOff?: string;
  /**
   * @maxItems 100
   */
  closedOn?: string[];
  /**
   * @maxItems 20
   */
  identifiers: Identifier[];
  provenance: Provenance;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface SupplierDocument {
  id: string;
  direction: 'in' | 'out';
  channel: 'edi' | 'api';
  kind:
    | (
        | 'order-acknowledgement'
        | 'order-change-answer'
        | 'ship-notice'
        | 'supplier-invoice'
        | 'supplier-stock'
        | 'supplier-catalog'
        | 'customer-order'
      )
    | ('purchase-order' | 'order-change' | 'planning-schedule' | 'product-activity');
  state: 'received' | 'applied' | 'parked' | 'rejected' | 'sent' | 'delivered' | 'refused';
  number?: string;
  orderNumber?: string;
  /**
   * @maxItems 50
   */
  findings: {
    code: string;
    at: string;
    message: string;
  }[];
  test: boolean;
  at: string;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface SupplierDocumentPage {
  entries: SupplierDocument[];
  nextCursor?: string;
}
export interface SupplierInterchange {
  id: string;
  direction: 'in' | 'out';
  state:
    | 'received'
    | 'split'
    | 'duplicate'
    | 'refused'
    | 'quarantined'
    | 'read_again'
    | 'prepared'
    | 'sent'
    | 'accepted'
    | 'accepted_with_errors'
    | 'rejected'
    | 'overdue';
  standard?: 'x12' | 'edifact';
  usage?: 'test' | 'production';
  controlNumber?: string;
  fileName: string;
  transactions: number;
  rejected: number;
  /**
   * @maxItems 50
   */
  findings: {
    code: string;
    at: string;
    message: string;
  }[];
  isAcknowledgement: boolean;
  at: string;
  sentAt?: string;
  collectedAt?: string;
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface SupplierInterchangePage {
  entries: SupplierInterchange[];
  nextCursor?: string;
}
export interface SupplierOrder {
  orderNumber: string;
  orderDate: string;
  currency: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'PLN' | 'JPY';
  cancelled: boolean;
  locationId: string;
  answer: {
    state: 'none' | 'awaiting' | 'accepted' | 'differs' | 'rejected' | 'held';
    dueAt?: string;
    answeredAt?: string;
  };
  version: number;
  updatedAt: string;
  correlationId: string;
}
export interface SupplierOrderLine {
  lineNumber: number;
  itemId: string;
  quantity: Quantity;
  price: Price;
  requestedDate: string;
  lastPromisedDate?: string;
  cancelled: boolean;
  description?: string;
  gtins: string[];
  answer?: {
    outcomes: (
      | 'accepted'
      | 'quantity'
      | 'backordered'
      | 'price'
      | 'date'
      | 'substituted'
      | 'rejected'
      | 'held'
      | 'contradicts'
      | 'unanswered'
    )[];
    quantity?: Quantity;
    price?: Price;
    deliveryDate?: string;
  };
  unit:
    | 'EA'
    | 'PR'
    | 'DZN'
    | 'SET'
    | 'GRM'
    | 'KGM'
    | 'TNE'
    | 'ONZ'
    | 'LBR'
    | 'MLT'
    | 'LTR'
    | 'GLL'
    | 'CMT'
    | 'MTR'
    | 'INH'
    | 'FOT'
    | 'MTK'
    | 'XBG'
    | 'XBX'
    | 'XCS'
    | 'XCT'
    | 'XPK'
    | 'XPL'
    | 'XPX'
    | 'XRO';
  shipped: string;
  receivedGood: string;
  receivedDamaged: string;
  invoiced: string;
  open: string;
}
export interface SupplierOrderPage {
  entries: SupplierOrder[];
  nextCursor?: string;
}
export interface SupplierOrderWithLines {
  orderNumber: string;
  orderDate: string;
  currency: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'PLN' | 'JPY';
  cancelled: boolean;
  locationId: string;
  answer: {
    state: 'none' | 'awaiting' | 'accepted' | 'differs' | 'rejected' | 'held';
    dueAt?: string;
    answeredAt?: string;
  };
  version: number;
  updatedAt: string;
  correlationId: string;
  lines: SupplierOrderLine[];
}
export interface SupplierPage {
  entries: Supplier[];
  nextCursor?: string;
}
export interface System {
  id: string;
  kind: 'tryton';
  endpoint: string;
  database: string;
  callsPerSecond: number;
  company: string;
  maintenance?: {
    since: string;
    until?: string;
    by: string;
    reason: string;
  };
  version: number;
  breaker: {
    state: 'closed' | 'open';
    since?: string;
    until?: string;
    because?: string;
  };
  sources: SourceStatus[];
}
export interface SystemList {
  entries: System[];
}
export interface SystemWithPostings {
  id: string;
  kind: 'tryton';
  endpoint: string;
  database: string;
  callsPerSecond: number;
  company: string;
  maintenance?: {
    since: string;
    until?: string;
    by: string;
    reason: string;
  };
  version: number;
  breaker: {
    state: 'closed' | 'open';
    since?: string;
    until?: string;
    because?: string;
  };
  sources: SourceStatus[];
  postings: {
    effectId: string;
    operation: string;
    documentId: string;
    laneId: string;
    state: string;
    attempts: number;
    dueAt?: string;
    because?: string;
    createdAt: string;
  }[];
}
export interface ApproveForecastReleaseRequest {
  reason?: string;
}
export interface CreateForecastUploadRequest {
  fileName: string;
  sizeBytes?: number;
}
export interface ApproveProposalRequest {
  reason?: string;
}
export interface RejectProposalRequest {
  reason: string;
}
export interface ClaimExceptionRequest {}
export interface CommentExceptionRequest {
  text: string;
}
export interface ResolveExceptionRequest {
  action:
    | 'accept'
    | 'counter'
    | 'cancel-line'
    | 'resend'
    | 'extend'
    | 'reprocess'
    | 'override'
    | 'reject'
    | 'close';
  reason: string;
  counter?: {
    quantity?: string;
    price?: string;
    requestedDate?: string;
  };
}
export interface ReopenExceptionRequest {
  reason: string;
}
export interface AddPartnerRequest {
  agreement: {
    id: string;
    name: string;
    supplierId: string;
    edi?:
      | {
          standard: 'x12';
          us: {
            qualifier: string;
            id: string;
            group?: string;
          };
          them: {
            qualifier: string;
            id: string;
            group?: string;
          };
          usage: 'test' | 'production';
          reading: 'strict' | 'lenient';
          /**
           * @maxItems 16
           */
          tolerated?: (
            | 'segment-unknown'
            | 'segment-unexpected'
            | 'segment-repeats'
            | 'loop-repeats'
            | 'element-missing'
            | 'element-condition'
            | 'element-exclusion'
            | 'element-excess'
            | 'element-short'
            | 'element-long'
            | 'element-character'
            | 'element-code'
            | 'element-date'
            | 'element-time'
            | 'repetition-excess'
            | 'component-excess'
          )[];
          duplicates: 'answer-again' | 'refuse';
          continueFrom?: {
            interchange: number;
            group: number;
          };
          version: '004010' | '005010';
          delimiters?: {
            element: string;
            component: string;
            terminator: string;
            repetition?: string;
          };
          acknowledgements: {
            send: '997' | '999' | 'none';
            expectWithinMinutes?: number;
          };
        }
      | {
          standard: 'edifact';
          us: {
            qualifier: string;
            id: string;
            group?: string;
          };
          them: {
            qualifier: string;
            id: string;
            group?: string;
          };
          usage: 'test' | 'production';
          reading: 'strict' | 'lenient';
          /**
           * @maxItems 16
           */
          tolerated?: (
            | 'segment-unknown'
            | 'segment-unexpected'
            | 'segment-repeats'
            | 'loop-repeats'
            | 'element-missing'
            | 'element-condition'
            | 'element-exclusion'
            | 'element-excess'
            | 'element-short'
            | 'element-long'
            | 'element-character'
            | 'element-code'
            | 'element-date'
            | 'element-time'
            | 'repetition-excess'
            | 'component-excess'
          )[];
          duplicates: 'answer-again' | 'refuse';
          continueFrom?: {
            interchange: number;
            group: number;
          };
          version: 'D96A' | 'D01B';
          syntax: {
            identifier: 'UNOA' | 'UNOB' | 'UNOC' | 'UNOY' | 'UNOW';
            version: '3' | '4';
          };
          association?: string;
          acknowledgements: {
            send: 'CONTRL' | 'none';
            expectWithinMinutes?: number;
          };
        };
    transport: 'mailbox' | 'https';
    documents: {
      /**
       * @maxItems 4
       */
      send: ('purchase-order' | 'order-change' | 'planning-schedule' | 'product-activity')[];
      /**
       * @maxItems 7
       */
      receive: (
        | 'order-acknowledgement'
        | 'order-change-answer'
        | 'ship-notice'
        | 'supplier-invoice'
        | 'supplier-stock'
        | 'supplier-catalog'
        | 'customer-order'
      )[];
    };
    answerWithinHours: number;
    silentAfterDays?: number;
    changeQuantities: 'total' | 'delta';
    tolerances: {
      quantityOverPercent: string;
      quantityUnderPercent: string;
      pricePercent: string;
      priceAmount: string;
      daysEarly: number;
      daysLate: number;
      invoicePercent: string;
      invoiceAmount: string;
    };
    receiptWithinDays: number;
    /**
     * @maxItems 50
     */
    agreedCharges: {
      code: string;
      atMost: string;
    }[];
    /**
     * @maxItems 100
     */
    deviations: {
      document:
        | ('purchase-order' | 'order-change' | 'planning-schedule' | 'product-activity')
        | (
            | 'order-acknowledgement'
            | 'order-change-answer'
            | 'ship-notice'
            | 'supplier-invoice'
            | 'supplier-stock'
            | 'supplier-catalog'
            | 'customer-order'
          );
      level: 'segment' | 'canonical';
      expression: string;
      because: string;
    }[];
    activeSince?: string;
  };
  reason: string;
  access?: 'when-new' | 'another' | 'none';
}
export interface CertifyPartnerRequest {
  reason: string;
}
export interface ActivatePartnerRequest {
  reason: string;
}
export interface SuspendPartnerRequest {
  reason: string;
}
export interface WithdrawPartnerAccessRequest {
  clientId: string;
  reason: string;
}
export interface AcknowledgeSupplierOrderRequest {
  number?: string;
  acknowledgedOn?: string;
  currency?: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'PLN' | 'JPY';
  answer: 'accepted' | 'changed' | 'partial' | 'held' | 'rejected';
  note?: string;
  /**
   * @maxItems 400
   */
  lines?: {
    lineNumber: number;
    answer:
      | 'accepted'
      | 'changed'
      | 'quantity'
      | 'partial'
      | 'backordered'
      | 'price'
      | 'date'
      | 'substituted'
      | 'rejected'
      | 'held';
    quantity?: {
      value: string;
      unit?:
        | 'EA'
        | 'PR'
        | 'DZN'
        | 'SET'
        | 'GRM'
        | 'KGM'
        | 'TNE'
        | 'ONZ'
        | 'LBR'
        | 'MLT'
        | 'LTR'
        | 'GLL'
        | 'CMT'
        | 'MTR'
        | 'INH'
        | 'FOT'
        | 'MTK'
        | 'XBG'
        | 'XBX'
        | 'XCS'
        | 'XCT'
        | 'XPK'
        | 'XPL'
        | 'XPX'
        | 'XRO';
    };
    price?: {
      amount: string;
      per: {
        value: string;
        unit?:
          | 'EA'
          | 'PR'
          | 'DZN'
          | 'SET'
          | 'GRM'
          | 'KGM'
          | 'TNE'
          | 'ONZ'
          | 'LBR'
          | 'MLT'
          | 'LTR'
          | 'GLL'
          | 'CMT'
          | 'MTR'
          | 'INH'
          | 'FOT'
          | 'MTK'
          | 'XBG'
          | 'XBX'
          | 'XCS'
          | 'XCT'
          | 'XPK'
          | 'XPL'
          | 'XPX'
          | 'XRO';
      };
    };
    deliveryDate?: string;
    shipmentDate?: string;
    substitute?: {
      gtin?: string;
      supplierItem?: string;
      buyerItem?: string;
    };
    note?: string;
  }[];
}
export interface AnnounceSupplierShipmentRequest {
  number: string;
  purpose?: 'original' | 'replacement' | 'cancellation';
  shippedOn?: string;
  expectedOn?: string;
  /**
   * @maxItems 200
   */
  packs?: {
    sscc?: string;
    packaging?: string;
    /**
     * @minItems 1
     * @maxItems 100
     */
    items: {
      orderNumber: string;
      lineNumber?: number;
      item?: {
        gtin?: string;
        supplierItem?: string;
        buyerItem?: string;
      };
      quantity: {
        value: string;
        unit?:
          | 'EA'
          | 'PR'
          | 'DZN'
          | 'SET'
          | 'GRM'
          | 'KGM'
          | 'TNE'
          | 'ONZ'
          | 'LBR'
          | 'MLT'
          | 'LTR'
          | 'GLL'
          | 'CMT'
          | 'MTR'
          | 'INH'
          | 'FOT'
          | 'MTK'
          | 'XBG'
          | 'XBX'
          | 'XCS'
          | 'XCT'
          | 'XPK'
          | 'XPL'
          | 'XPX'
          | 'XRO';
      };
      /**
       * @maxItems 50
       */
      lots?: {
        number: string;
        expiresOn?: string;
        quantity?: {
          value: string;
          unit?:
            | 'EA'
            | 'PR'
            | 'DZN'
            | 'SET'
            | 'GRM'
            | 'KGM'
            | 'TNE'
            | 'ONZ'
            | 'LBR'
            | 'MLT'
            | 'LTR'
            | 'GLL'
            | 'CMT'
            | 'MTR'
            | 'INH'
            | 'FOT'
            | 'MTK'
            | 'XBG'
            | 'XBX'
            | 'XCS'
            | 'XCT'
            | 'XPK'
            | 'XPL'
            | 'XPX'
            | 'XRO';
        };
      }[];
    }[];
  }[];
  /**
   * @maxItems 400
   */
  items?: {
    orderNumber: string;
    lineNumber?: number;
    item?: {
      gtin?: string;
      supplierItem?: string;
      buyerItem?: string;
    };
    quantity: {
      value: string;
      unit?:
        | 'EA'
        | 'PR'
        | 'DZN'
        | 'SET'
        | 'GRM'
        | 'KGM'
        | 'TNE'
        | 'ONZ'
        | 'LBR'
        | 'MLT'
        | 'LTR'
        | 'GLL'
        | 'CMT'
        | 'MTR'
        | 'INH'
        | 'FOT'
        | 'MTK'
        | 'XBG'
        | 'XBX'
        | 'XCS'
        | 'XCT'
        | 'XPK'
        | 'XPL'
        | 'XPX'
        | 'XRO';
    };
    /**
     * @maxItems 50
     */
    lots?: {
      number: string;
      expiresOn?: string;
      quantity?: {
        value: string;
        unit?:
          | 'EA'
          | 'PR'
          | 'DZN'
          | 'SET'
          | 'GRM'
          | 'KGM'
          | 'TNE'
          | 'ONZ'
          | 'LBR'
          | 'MLT'
          | 'LTR'
          | 'GLL'
          | 'CMT'
          | 'MTR'
          | 'INH'
          | 'FOT'
          | 'MTK'
          | 'XBG'
          | 'XBX'
          | 'XCS'
          | 'XCT'
          | 'XPK'
          | 'XPL'
          | 'XPX'
          | 'XRO';
      };
    }[];
  }[];
}
export interface SubmitSupplierInvoiceRequest {
  number: string;
  kind?: 'invoice' | 'credit_note' | 'debit_note';
  issuedOn: string;
  currency?: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'PLN' | 'JPY';
  /**
   * @minItems 1
   * @maxItems 500
   */
  lines: {
    orderNumber: string;
    lineNumber?: number;
    item?: {
      gtin?: string;
      supplierItem?: string;
      buyerItem?: string;
    };
    quantity: {
      value: string;
      unit?:
        | 'EA'
        | 'PR'
        | 'DZN'
        | 'SET'
        | 'GRM'
        | 'KGM'
        | 'TNE'
        | 'ONZ'
        | 'LBR'
        | 'MLT'
        | 'LTR'
        | 'GLL'
        | 'CMT'
        | 'MTR'
        | 'INH'
        | 'FOT'
        | 'MTK'
        | 'XBG'
        | 'XBX'
        | 'XCS'
        | 'XCT'
        | 'XPK'
        | 'XPL'
        | 'XPX'
        | 'XRO';
    };
    price: {
      amount: string;
      per: {
        value: string;
        unit?:
          | 'EA'
          | 'PR'
          | 'DZN'
          | 'SET'
          | 'GRM'
          | 'KGM'
          | 'TNE'
          | 'ONZ'
          | 'LBR'
          | 'MLT'
          | 'LTR'
          | 'GLL'
          | 'CMT'
          | 'MTR'
          | 'INH'
          | 'FOT'
          | 'MTK'
          | 'XBG'
          | 'XBX'
          | 'XCS'
          | 'XCT'
          | 'XPK'
          | 'XPL'
          | 'XPX'
          | 'XRO';
      };
    };
    amount?: string;
  }[];
  /**
   * @maxItems 100
   */
  charges?: {
    kind: 'allowance' | 'charge';
    code?: string;
    description?: string;
    amount: string;
  }[];
  /**
   * @maxItems 20
   */
  taxes?: {
    type: string;
    percent?: string;
    amount: string;
  }[];
  total: string;
  note?: string;
}
export interface OfferSupplierCatalogRequest {
  number?: string;
  currency: 'EUR' | 'USD' | 'GBP' | 'CHF' | 'SEK' | 'PLN' | 'JPY';
  validFrom?: string;
  validTo?: string;
  /**
   * @minItems 1
   * @maxItems 1000
   */
  items: {
    item: {
      gtin?: string;
      supplierItem?: string;
      buyerItem?: string;
    };
    description?: string;
    price?: {
      amount: string;
      per: {
        value: string;
        unit?:
          | 'EA'
          | 'PR'
          | 'DZN'
          | 'SET'
          | 'GRM'
          | 'KGM'
          | 'TNE'
          | 'ONZ'
          | 'LBR'
          | 'MLT'
          | 'LTR'
          | 'GLL'
          | 'CMT'
          | 'MTR'
          | 'INH'
          | 'FOT'
          | 'MTK'
          | 'XBG'
          | 'XBX'
          | 'XCS'
          | 'XCT'
          | 'XPK'
          | 'XPL'
          | 'XPX'
          | 'XRO';
      };
    };
    leadTimeDays?: number;
    minimumOrder?: {
      value: string;
      unit?:
        | 'EA'
        | 'PR'
        | 'DZN'
        | 'SET'
        | 'GRM'
        | 'KGM'
        | 'TNE'
        | 'ONZ'
        | 'LBR'
        | 'MLT'
        | 'LTR'
        | 'GLL'
        | 'CMT'
        | 'MTR'
        | 'INH'
        | 'FOT'
        | 'MTK'
        | 'XBG'
        | 'XBX'
        | 'XCS'
        | 'XCT'
        | 'XPK'
        | 'XPL'
        | 'XPX'
        | 'XRO';
    };
    discontinued?: boolean;
  }[];
}
export interface ReportSupplierStockRequest {
  number?: string;
  asOf: string;
  /**
   * @minItems 1
   * @maxItems 2000
   */
  items: {
    item: {
      gtin?: string;
      supplierItem?: string;
      buyerItem?: string;
    };
    available: {
      value: string;
      unit?:
        | 'EA'
        | 'PR'
        | 'DZN'
        | 'SET'
        | 'GRM'
        | 'KGM'
        | 'TNE'
        | 'ONZ'
        | 'LBR'
        | 'MLT'
        | 'LTR'
        | 'GLL'
        | 'CMT'
        | 'MTR'
        | 'INH'
        | 'FOT'
        | 'MTK'
        | 'XBG'
        | 'XBX'
        | 'XCS'
        | 'XCT'
        | 'XPK'
        | 'XPL'
        | 'XPX'
        | 'XRO';
    };
  }[];
}
export interface CreateInterchangeUploadRequest {
  fileName: string;
  sizeBytes?: number;
}
export interface ReprocessPartnerDocumentRequest {}
export interface ReprocessInterchangeRequest {}
export interface PutCrossReferenceRequest {
  kind: 'item' | 'location';
  theirs: string;
  ours: string;
}
export interface RejectForecastReleaseRequest {
  reason: string;
}
export interface AssignExceptionRequest {
  to: string;
}
export interface DiscardDeadLetterRequest {
  reason: string;
}
export interface MoveDeadLetterRequest {
  owner: 'buyer' | 'edi_coordinator' | 'receiving' | 'accounts_payable' | 'steward' | 'planner' | 'ops';
  title: string;
  reason: string;
}
export interface StartRedriveRequest {
  queue: string;
  selection:
    | {
        kind: 'some';
        /**
         * @minItems 1
         * @maxItems 500
         */
        ids: string[];
      }
    | {
        kind: 'all';
        class?: string;
      };
  perSecond?: number;
  reason: string;
}
export interface CancelRedriveRequest {}
export interface PreviewReplayRequest {
  consumer: string;
  selection: {
    entity?: {
      type: string;
      id: string;
    };
    /**
     * @minItems 1
     * @maxItems 20
     */
    events?: string[];
    from?: string;
    to?: string;
  };
}
export interface StartReplayRequest {
  consumer: string;
  selection: {
    entity?: {
      type: string;
      id: string;
    };
    /**
     * @minItems 1
     * @maxItems 20
     */
    events?: string[];
    from?: string;
    to?: string;
  };
  perSecond?: number;
  reason: string;
}
export interface CancelReplayRequest {}
export interface PauseSystemRequest {
  reason: string;
  until?: string;
}
export interface ResumeSystemRequest {
  reason: string;
}

export interface ListItemsInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetItemInput extends CallOptions {
  readonly itemId: string;
}

export interface ListLocationsInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetLocationInput extends CallOptions {
  readonly locationId: string;
}

export interface ListSuppliersInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetSupplierInput extends CallOptions {
  readonly supplierId: string;
}

export interface ListForecastReleasesInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetForecastReleaseInput extends CallOptions {
  readonly releaseId: string;
}

export interface DownloadQuarantinedRowsInput extends CallOptions {
  readonly releaseId: string;
}

export interface ApproveForecastReleaseInput extends WriteOptions {
  readonly releaseId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body?: ApproveForecastReleaseRequest;
}

export interface CreateForecastUploadInput extends WriteOptions {
  readonly body: CreateForecastUploadRequest;
}

export interface ListProposalsInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
  readonly state?: 'waiting';
  readonly releaseId?: string;
  readonly runId?: string;
}

export interface GetProposalInput extends CallOptions {
  readonly proposalId: string;
}

export interface ApproveProposalInput extends WriteOptions {
  readonly proposalId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body?: ApproveProposalRequest;
}

export interface RejectProposalInput extends WriteOptions {
  readonly proposalId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: RejectProposalRequest;
}

export interface ListPurchaseOrdersInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetPurchaseOrderInput extends CallOptions {
  readonly purchaseOrderId: string;
}

export interface ListDocumentsInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetDocumentInput extends CallOptions {
  readonly documentId: string;
}

export interface ListExceptionsInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
  readonly role: string;
  readonly state?: string;
}

export interface GetExceptionInput extends CallOptions {
  readonly exceptionId: string;
}

export interface ClaimExceptionInput extends WriteOptions {
  readonly exceptionId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body?: ClaimExceptionRequest;
}

export interface CommentExceptionInput extends WriteOptions {
  readonly exceptionId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: CommentExceptionRequest;
}

export interface ResolveExceptionInput extends WriteOptions {
  readonly exceptionId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: ResolveExceptionRequest;
}

export interface ReopenExceptionInput extends WriteOptions {
  readonly exceptionId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: ReopenExceptionRequest;
}

export interface AddPartnerInput extends WriteOptions {
  readonly body: AddPartnerRequest;
}

export interface ListPartnersInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetPartnerInput extends CallOptions {
  readonly partnerId: string;
}

export interface CertifyPartnerInput extends WriteOptions {
  readonly partnerId: string;
  readonly body: CertifyPartnerRequest;
}

export interface GetCertificationInput extends CallOptions {
  readonly partnerId: string;
}

export interface ActivatePartnerInput extends WriteOptions {
  readonly partnerId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: ActivatePartnerRequest;
}

export interface SuspendPartnerInput extends WriteOptions {
  readonly partnerId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: SuspendPartnerRequest;
}

export interface WithdrawPartnerAccessInput extends WriteOptions {
  readonly partnerId: string;
  readonly body: WithdrawPartnerAccessRequest;
}

export interface ListSupplierOrdersInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetSupplierOrderInput extends CallOptions {
  readonly orderNumber: string;
}

export interface AcknowledgeSupplierOrderInput extends WriteOptions {
  readonly orderNumber: string;
  readonly body: AcknowledgeSupplierOrderRequest;
}

export interface AnnounceSupplierShipmentInput extends WriteOptions {
  readonly body: AnnounceSupplierShipmentRequest;
}

export interface SubmitSupplierInvoiceInput extends WriteOptions {
  readonly body: SubmitSupplierInvoiceRequest;
}

export interface OfferSupplierCatalogInput extends WriteOptions {
  readonly body: OfferSupplierCatalogRequest;
}

export interface ReportSupplierStockInput extends WriteOptions {
  readonly body: ReportSupplierStockRequest;
}

export interface ListSupplierDocumentsInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetSupplierDocumentInput extends CallOptions {
  readonly documentId: string;
}

export interface PostInterchangeInput extends WriteOptions {
  readonly body: string | Uint8Array<ArrayBuffer>;
}

export interface CreateInterchangeUploadInput extends WriteOptions {
  readonly body: CreateInterchangeUploadRequest;
}

export interface ListSupplierInterchangesInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
  readonly waiting?: 'true';
}

export interface ListPartnerDocumentsInput extends CallOptions {
  readonly partnerId: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetPartnerDocumentInput extends CallOptions {
  readonly partnerDocumentId: string;
}

export interface ReprocessPartnerDocumentInput extends WriteOptions {
  readonly partnerDocumentId: string;
  readonly body?: ReprocessPartnerDocumentRequest;
}

export interface ListInterchangesInput extends CallOptions {
  readonly partnerId: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface ReprocessInterchangeInput extends WriteOptions {
  readonly interchangeId: string;
  readonly body?: ReprocessInterchangeRequest;
}

export interface PutCrossReferenceInput extends WriteOptions {
  readonly partnerId: string;
  readonly body: PutCrossReferenceRequest;
}

export interface GetOrderProgressInput extends CallOptions {
  readonly purchaseOrderId: string;
}

export interface ListSupplierShipmentsInput extends CallOptions {
  readonly supplierId: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface ListInvoicesInput extends CallOptions {
  readonly supplierId: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetInvoiceInput extends CallOptions {
  readonly invoiceId: string;
}

export interface GetSupplierScorecardInput extends CallOptions {
  readonly supplierId: string;
  readonly month: string;
}

export interface CollectInterchangeInput extends CallOptions {
  readonly interchangeId: string;
}

export interface CompareForecastReleaseInput extends CallOptions {
  readonly releaseId: string;
}

export interface GetForecastSeriesInput extends CallOptions {
  readonly releaseId: string;
  readonly itemId: string;
  readonly locationId: string;
}

export interface RejectForecastReleaseInput extends WriteOptions {
  readonly releaseId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: RejectForecastReleaseRequest;
}

export interface ListReplenishmentRunsInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetReplenishmentRunInput extends CallOptions {
  readonly runId: string;
}

export interface AssignExceptionInput extends WriteOptions {
  readonly exceptionId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: AssignExceptionRequest;
}

export interface GetLineageInput extends CallOptions {
  readonly recordType: string;
  readonly recordId: string;
}

export interface GetInterchangeInput extends CallOptions {
  readonly interchangeId: string;
}

export interface GetDocumentContentInput extends CallOptions {
  readonly documentId: string;
}

export interface GetOverviewInput extends CallOptions {
  readonly days?: number;
}

export interface GetMeasureInput extends CallOptions {
  readonly measureId: string;
  readonly dimension?: string;
  readonly value?: string;
  readonly from: string;
  readonly to: string;
}

export interface SearchInput extends CallOptions {
  readonly q: string;
}

export type ListDeadLetterQueuesInput = CallOptions;

export interface ListDeadLettersInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
  readonly queue?: string;
  readonly state?: string;
}

export interface GetDeadLetterInput extends CallOptions {
  readonly deadLetterId: string;
}

export interface RehearseDeadLetterInput extends CallOptions {
  readonly deadLetterId: string;
}

export interface DiscardDeadLetterInput extends WriteOptions {
  readonly deadLetterId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: DiscardDeadLetterRequest;
}

export interface MoveDeadLetterInput extends WriteOptions {
  readonly deadLetterId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: MoveDeadLetterRequest;
}

export interface StartRedriveInput extends WriteOptions {
  readonly body: StartRedriveRequest;
}

export interface ListRedrivesInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetRedriveInput extends CallOptions {
  readonly redriveId: string;
}

export interface CancelRedriveInput extends WriteOptions {
  readonly redriveId: string;
  readonly body?: CancelRedriveRequest;
}

export type ListEventConsumersInput = CallOptions;

export interface PreviewReplayInput extends WriteOptions {
  readonly body: PreviewReplayRequest;
}

export interface StartReplayInput extends WriteOptions {
  readonly body: StartReplayRequest;
}

export interface ListReplaysInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface GetReplayInput extends CallOptions {
  readonly replayId: string;
}

export interface CancelReplayInput extends WriteOptions {
  readonly replayId: string;
  readonly body?: CancelReplayRequest;
}

export interface ListAuditEntriesInput extends CallOptions {
  readonly limit?: number;
  readonly cursor?: string;
  readonly day?: string;
  readonly target?: string;
  readonly actor?: string;
}

export type ListSystemsInput = CallOptions;

export interface GetSystemInput extends CallOptions {
  readonly systemId: string;
}

export interface PauseSystemInput extends WriteOptions {
  readonly systemId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: PauseSystemRequest;
}

export interface ResumeSystemInput extends WriteOptions {
  readonly systemId: string;
  /** The etag of the state you decided on. */
  readonly ifMatch: string;
  readonly body: ResumeSystemRequest;
}

export type GetMeInput = CallOptions;

export type GetHealthInput = CallOptions;

export type GetOpenapiInput = CallOptions;

/** Where the API is and how its caller proves who it is. */
export interface ClientOptions {
  /** Such as `https://api.crossdock.example`, without the version. */
  readonly baseUrl: string;
  /** A valid access token; asked for before every attempt. */
  readonly token: () => Promise<string>;
  /** The key of your usage plan; left out where something on the way adds it, as for the console. */
  readonly apiKey?: string;
  /** Attempts of one call, the first one included; 5 unless said otherwise. */
  readonly attempts?: number;
  /** The longest wait between two attempts, in milliseconds; 30,000 unless said otherwise. */
  readonly longestWait?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** What every call may say beside its own input. */
export interface CallOptions {
  /** Your own id for what this belongs to. */
  readonly correlationId?: string;
}

/** A write is done once for each key: give your own to make it survive a restart of yours. */
export interface WriteOptions extends CallOptions {
  readonly idempotencyKey?: string;
}

export interface Answer<T> {
  readonly data: T;
  /** What `ifMatch` wants when this is to be changed. */
  readonly etag: string | undefined;
  readonly correlationId: string;
  /** The answer of an earlier call with the same key. */
  readonly replayed: boolean;
}

/** A failure the API explained. */
export class CrossdockError extends Error {
  override readonly name = 'CrossdockError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** A token provider that fetches with client credentials and keeps the token until a minute before it ends. */
export function clientCredentials(credentials: {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly fetch?: typeof globalThis.fetch;
}): () => Promise<string> {
  const { tokenUrl, clientId, clientSecret, fetch = globalThis.fetch } = credentials;
  let kept: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (kept && kept.until > Date.now()) return kept.token;
    const response = await fetch(tokenUrl, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId }),
    });
    if (!response.ok) throw new Error(`no token: the sign-in answers ${response.status}`);
    const { access_token: token, expires_in: seconds } = (await response.json()) as TokenAnswer;
    kept = { token, until: Date.now() + (seconds - 60) * 1000 };
    return token;
  };
}

interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** Sent as it is, in the place of a JSON body. */
  readonly bytes?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/**
 * One call. What passes (busy, unavailable, still in flight, connection lost) is tried again with the same key,
 * after what `Retry-After` says; everything else is an answer or a CrossdockError.
 */
async function send<T>(options: ClientOptions, call: Call): Promise<Answer<T>> {
  const { attempts = 5 } = options;
  for (let attempt = 1; ; attempt += 1) {
    const response = await attemptOf(options, call).catch((lost: unknown) => {
      if (attempt >= attempts) throw lost;
      return undefined;
    });
    if (response?.ok) return answerOf<T>(response);
    const problem = response && (await problemOf(response));
    if (problem && (attempt >= attempts || !passes(problem))) throw new CrossdockError(problem);
    await pause(waitOf(options, attempt, response));
  }
}

async function attemptOf(options: ClientOptions, call: Call): Promise<Response> {
  const { fetch = globalThis.fetch } = options;
  const url = new URL(options.baseUrl.replace(/\/$/, '') + call.path);
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const headers = new Headers({
    Authorization: `Bearer ${await options.token()}`,
    Accept: 'application/json',
  });
  if (options.apiKey !== undefined) headers.set('x-api-key', options.apiKey);
  for (const [name, value] of Object.entries(call.headers ?? {})) {
    if (value !== undefined) headers.set(name, value);
  }
  if (call.method === 'GET') return fetch(url, { headers });
  if (call.bytes !== undefined) {
    headers.set('Content-Type', 'application/octet-stream');
    return fetch(url, { method: call.method, headers, body: call.bytes });
  }
  headers.set('Content-Type', 'application/json');
  return fetch(url, { method: call.method, headers, body: JSON.stringify(call.body ?? {}) });
}

const answerOf = async <T>(response: Response): Promise<Answer<T>> => ({
  data: (await response.json()) as T,
  etag: response.headers.get('etag') ?? undefined,
  correlationId: response.headers.get('x-correlation-id') ?? '',
  replayed: response.headers.get('idempotency-replayed') === 'true',
});

/** The problem of a failed answer; something between us and the API may have answered in its place. */
async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return JSON.parse(text) as Problem;
  }
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: text.slice(0, 200),
    code: 'unknown',
    hint: 'This is no answer of the API itself: look at what stands between.',
    correlationId: response.headers.get('x-correlation-id') ?? '',
  };
}

const passes = ({ status, code }: Problem): boolean =>
  status === 429 || status === 502 || status === 503 || status === 504 || code === 'idempotency-in-flight';

function waitOf({ longestWait = 30_000 }: ClientOptions, attempt: number, response?: Response): number {
  const asked = Number(response?.headers.get('retry-after') ?? Number.NaN) * 1000;
  const backoff = 200 * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
  return Math.min(Number.isFinite(asked) ? asked : backoff, longestWait);
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What people call one of a unit, and several. */
export const unitWords: Readonly<Record<string, readonly [one: string, several: string]>> = {
  EA: ['piece', 'pieces'],
  PR: ['pair', 'pairs'],
  DZN: ['dozen', 'dozens'],
  SET: ['set', 'sets'],
  GRM: ['g', 'g'],
  KGM: ['kg', 'kg'],
  TNE: ['t', 't'],
  ONZ: ['oz', 'oz'],
  LBR: ['lb', 'lb'],
  MLT: ['ml', 'ml'],
  LTR: ['l', 'l'],
  GLL: ['gal', 'gal'],
  CMT: ['cm', 'cm'],
  MTR: ['m', 'm'],
  INH: ['in', 'in'],
  FOT: ['ft', 'ft'],
  MTK: ['m²', 'm²'],
  XBG: ['bag', 'bags'],
  XBX: ['box', 'boxes'],
  XCS: ['case', 'cases'],
  XCT: ['carton', 'cartons'],
  XPK: ['pack', 'packs'],
  XPL: ['pail', 'pails'],
  XPX: ['pallet', 'pallets'],
  XRO: ['roll', 'rolls'],
};

/** One method an operation. */
export interface CrossdockClient {
  /** List items by id. */
  listItems(input?: ListItemsInput): Promise<Answer<ItemPage>>;
  /** Get one item. */
  getItem(input: GetItemInput): Promise<Answer<Item>>;
  /** List locations by id. */
  listLocations(input?: ListLocationsInput): Promise<Answer<LocationPage>>;
  /** Get one location. */
  getLocation(input: GetLocationInput): Promise<Answer<Location>>;
  /** List suppliers by id. */
  listSuppliers(input?: ListSuppliersInput): Promise<Answer<SupplierPage>>;
  /** Get one supplier. */
  getSupplier(input: GetSupplierInput): Promise<Answer<Supplier>>;
  /** List forecast releases, newest first. */
  listForecastReleases(input?: ListForecastReleasesInput): Promise<Answer<ForecastReleasePage>>;
  /** Get one forecast release: its state, line counts and difference from the baseline. */
  getForecastRelease(input: GetForecastReleaseInput): Promise<Answer<ForecastRelease>>;
  /** Get a link to the rows that were not taken, each with its line number and the reason. */
  downloadQuarantinedRows(input: DownloadQuarantinedRowsInput): Promise<Answer<DownloadLink>>;
  /** Approve a held release: it becomes the baseline and replenishment starts. */
  approveForecastRelease(input: ApproveForecastReleaseInput): Promise<Answer<ForecastRelease>>;
  /** Get a form with which one forecast file is posted straight to the landing bucket. */
  createForecastUpload(input: CreateForecastUploadInput): Promise<Answer<ForecastUpload>>;
  /** List the proposals that wait for a person, or all of one forecast release or replenishment run. */
  listProposals(input?: ListProposalsInput): Promise<Answer<ProposalPage>>;
  /** Get one proposal with the record of how it came about. */
  getProposal(input: GetProposalInput): Promise<Answer<ProposalWithDecisionRecord>>;
  /** Approve a waiting proposal: it is ordered once the rest of its group is decided. */
  approveProposal(input: ApproveProposalInput): Promise<Answer<Proposal>>;
  /** Reject a waiting proposal, with the reason. */
  rejectProposal(input: RejectProposalInput): Promise<Answer<Proposal>>;
  /** List purchase orders by order date, newest first. */
  listPurchaseOrders(input?: ListPurchaseOrdersInput): Promise<Answer<PurchaseOrderPage>>;
  /** Get one purchase order and how far it is on its way into the system of record. */
  getPurchaseOrder(input: GetPurchaseOrderInput): Promise<Answer<PurchaseOrderWithPosting>>;
  /** List what arrived, newest first. */
  listDocuments(input?: ListDocumentsInput): Promise<Answer<DocumentPage>>;
  /** Get one document with its history. */
  getDocument(input: GetDocumentInput): Promise<Answer<DocumentWithHistory>>;
  /** List the exceptions of one role: the open ones by due date, or the resolved ones, newest first. */
  listExceptions(input: ListExceptionsInput): Promise<Answer<ExceptionPage>>;
  /** Get one exception: both sides, what it is worth, until when, and what can be done. */
  getException(input: GetExceptionInput): Promise<Answer<Exception>>;
  /** Say that you see to an exception, also one that another has claimed. */
  claimException(input: ClaimExceptionInput): Promise<Answer<Exception>>;
  /** Add to an exception what others should know. */
  commentException(input: CommentExceptionInput): Promise<Answer<Exception>>;
  /** Decide what is done about an exception: one of its actions, with the reason. */
  resolveException(input: ResolveExceptionInput): Promise<Answer<Exception>>;
  /** Open a resolved exception again; what was done about it stays done. */
  reopenException(input: ReopenExceptionInput): Promise<Answer<Exception>>;
  /** Take a partner on, or change its agreement: agreement, directory, and its way into the API. */
  addPartner(input: AddPartnerInput): Promise<Answer<OnboardedPartner>>;
  /** List partners with their agreements. */
  listPartners(input?: ListPartnersInput): Promise<Answer<PartnerPage>>;
  /** Get one partner with its agreement. */
  getPartner(input: GetPartnerInput): Promise<Answer<Partner>>;
  /** Rehearse the exchange with a simulated partner under the agreement in force, case by case. */
  certifyPartner(input: CertifyPartnerInput): Promise<Answer<CertificationReport>>;
  /** Get the report of the certification that counts, case by case. */
  getCertification(input: GetCertificationInput): Promise<Answer<CertificationReport>>;
  /** Let a certified partner go live: from now on what it sends has effect. */
  activatePartner(input: ActivatePartnerInput): Promise<Answer<Partner>>;
  /** Stop the exchange with a partner at once: nothing is sent, what comes is set aside, it is refused. */
  suspendPartner(input: SuspendPartnerInput): Promise<Answer<Partner>>;
  /** Take back one client of a partner, once another one took its place: it is refused at once. */
  withdrawPartnerAccess(input: WithdrawPartnerAccessInput): Promise<Answer<Partner>>;
  /** List your orders by order date, newest first. */
  listSupplierOrders(input?: ListSupplierOrdersInput): Promise<Answer<SupplierOrderPage>>;
  /** Get one of your orders: its lines, what you answered, shipped and invoiced, what arrived. */
  getSupplierOrder(input: GetSupplierOrderInput): Promise<Answer<SupplierOrderWithLines>>;
  /** Answer an order, as a whole or line by line. */
  acknowledgeSupplierOrder(input: AcknowledgeSupplierOrderInput): Promise<Answer<SupplierDocument>>;
  /** Announce a shipment: what is on its way, in which packs, with lots. */
  announceSupplierShipment(input: AnnounceSupplierShipmentInput): Promise<Answer<SupplierDocument>>;
  /** Send an invoice, a credit note or a debit note. */
  submitSupplierInvoice(input: SubmitSupplierInvoiceInput): Promise<Answer<SupplierDocument>>;
  /** Offer prices and lead times of your items. */
  offerSupplierCatalog(input: OfferSupplierCatalogInput): Promise<Answer<SupplierDocument>>;
  /** Report what you have of your items. */
  reportSupplierStock(input: ReportSupplierStockInput): Promise<Answer<SupplierDocument>>;
  /** List the documents we exchanged, newest first. */
  listSupplierDocuments(input?: ListSupplierDocumentsInput): Promise<Answer<SupplierDocumentPage>>;
  /** Get one document we exchanged: what became of it, and what was found wrong with it. */
  getSupplierDocument(input: GetSupplierDocumentInput): Promise<Answer<SupplierDocument>>;
  /** Post interchanges, X12 or EDIFACT, as they are. */
  postInterchange(input: PostInterchangeInput): Promise<Answer<PostedInterchange>>;
  /** Get a form with which one file of interchanges is posted straight to your mailbox. */
  createInterchangeUpload(input: CreateInterchangeUploadInput): Promise<Answer<InterchangeUpload>>;
  /** List the interchanges between us, newest first. */
  listSupplierInterchanges(input?: ListSupplierInterchangesInput): Promise<Answer<SupplierInterchangePage>>;
  /** List the business documents exchanged with a partner, newest first. */
  listPartnerDocuments(input: ListPartnerDocumentsInput): Promise<Answer<PartnerDocumentPage>>;
  /** Get one document: what was found wrong, what became of it, and a link to what it says. */
  getPartnerDocument(input: GetPartnerDocumentInput): Promise<Answer<PartnerDocumentWithContent>>;
  /** Read a rejected or parked document again, unchanged, with the agreement as it is now. */
  reprocessPartnerDocument(input: ReprocessPartnerDocumentInput): Promise<Answer<PartnerDocument>>;
  /** List the interchanges with a partner, newest first; `unknown` for those that are nobody’s. */
  listInterchanges(input: ListInterchangesInput): Promise<Answer<InterchangePage>>;
  /** Read an interchange again, unchanged, after what kept it was repaired. */
  reprocessInterchange(input: ReprocessInterchangeInput): Promise<Answer<ReprocessedInterchange>>;
  /** Say what a code of a partner is to us; every document that waits for it goes on by itself. */
  putCrossReference(input: PutCrossReferenceInput): Promise<Answer<CrossReference>>;
  /** Get what became of an order at its supplier: told, answered, shipped, received, invoiced, changed. */
  getOrderProgress(input: GetOrderProgressInput): Promise<Answer<OrderProgress>>;
  /** List the shipments a supplier announced, by the day they are expected, latest first. */
  listSupplierShipments(input: ListSupplierShipmentsInput): Promise<Answer<ShipmentPage>>;
  /** List the invoices of a supplier by invoice date, newest first. */
  listInvoices(input: ListInvoicesInput): Promise<Answer<InvoicePage>>;
  /** Get one invoice with the verdict on each line. */
  getInvoice(input: GetInvoiceInput): Promise<Answer<Invoice>>;
  /** Get how a supplier did in a month: on time, in full, answers, prices, invoices, with what is behind it. */
  getSupplierScorecard(input: GetSupplierScorecardInput): Promise<Answer<Scorecard>>;
  /** Collect an interchange of ours, as often as you need it; from the first time on it waits no more. */
  collectInterchange(input: CollectInterchangeInput): Promise<Answer<CollectedInterchange>>;
  /** Compare a release with the baseline it follows: sums by week, and what it changes most. */
  compareForecastRelease(input: CompareForecastReleaseInput): Promise<Answer<ForecastComparison>>;
  /** Get the forecast of one item at one location, week by week, beside the baseline the release follows. */
  getForecastSeries(input: GetForecastSeriesInput): Promise<Answer<ForecastSeries>>;
  /** Reject a held release, with the reason: it never counts. */
  rejectForecastRelease(input: RejectForecastReleaseInput): Promise<Answer<ForecastRelease>>;
  /** List replenishment runs, newest first. */
  listReplenishmentRuns(input?: ListReplenishmentRunsInput): Promise<Answer<ReplenishmentRunPage>>;
  /** Get one replenishment run with its approval groups. */
  getReplenishmentRun(input: GetReplenishmentRunInput): Promise<Answer<ReplenishmentRunWithGroups>>;
  /** Say who sees to an exception. */
  assignException(input: AssignExceptionInput): Promise<Answer<Exception>>;
  /** Get the chain a record stands in, from the plan to the invoice. */
  getLineage(input: GetLineageInput): Promise<Answer<Lineage>>;
  /** Get one interchange: findings, documents, history, and what was written in it. */
  getInterchange(input: GetInterchangeInput): Promise<Answer<InterchangeWithContent>>;
  /** Get the beginning of a document as it arrived, and a link to the whole of it. */
  getDocumentContent(input: GetDocumentContentInput): Promise<Answer<Content>>;
  /** Say whether the business is in step: every measure over some days, what waits, and how fresh sources are. */
  getOverview(input?: GetOverviewInput): Promise<Answer<Overview>>;
  /** Get one measure day by day, of all or of one supplier, region, process, system or queue. */
  getMeasure(input: GetMeasureInput): Promise<Answer<MeasureSeries>>;
  /** Find records by any number: order, control number, file, the supplier’s number, correlation id. */
  search(input: SearchInput): Promise<Answer<Found>>;
  /** List every dead-letter queue: how many wait, since when, and of what they died. */
  listDeadLetterQueues(input?: ListDeadLetterQueuesInput): Promise<Answer<DeadLetterQueues>>;
  /** List dead letters, of all queues or of one: those that wait, or those that are settled, newest first. */
  listDeadLetters(input?: ListDeadLettersInput): Promise<Answer<DeadLetterPage>>;
  /** Get one dead letter: why it died, what became of it, and the message itself. */
  getDeadLetter(input: GetDeadLetterInput): Promise<Answer<DeadLetterWithMessage>>;
  /** Say what would happen if a dead letter were redriven now; nothing is changed. */
  rehearseDeadLetter(input: RehearseDeadLetterInput): Promise<Answer<Rehearsal>>;
  /** Discard a dead letter for good, with the reason; its record and content stay. */
  discardDeadLetter(input: DiscardDeadLetterInput): Promise<Answer<DeadLetter>>;
  /** Make an exception of a dead letter: somebody else decides what is done instead. */
  moveDeadLetter(input: MoveDeadLetterInput): Promise<Answer<DeadLetter>>;
  /** Send dead letters of one queue back to where they came from, at a chosen rate. */
  startRedrive(input: StartRedriveInput): Promise<Answer<Redrive>>;
  /** List redrives, newest first. */
  listRedrives(input?: ListRedrivesInput): Promise<Answer<RedrivePage>>;
  /** Get one redrive: how far it is. */
  getRedrive(input: GetRedriveInput): Promise<Answer<Redrive>>;
  /** Stop a running redrive; what was sent stays sent. */
  cancelRedrive(input: CancelRedriveInput): Promise<Answer<Redrive>>;
  /** List who hears events, and which. */
  listEventConsumers(input?: ListEventConsumersInput): Promise<Answer<EventConsumers>>;
  /** Say what a replay would send; nothing is sent. */
  previewReplay(input: PreviewReplayInput): Promise<Answer<ReplayPreview>>;
  /** Send chosen events to one consumer again, in order per record, at a chosen rate. */
  startReplay(input: StartReplayInput): Promise<Answer<Replay>>;
  /** List replays, newest first. */
  listReplays(input?: ListReplaysInput): Promise<Answer<ReplayPage>>;
  /** Get one replay: how far it is. */
  getReplay(input: GetReplayInput): Promise<Answer<Replay>>;
  /** Stop a running replay; what was sent stays sent. */
  cancelReplay(input: CancelReplayInput): Promise<Answer<Replay>>;
  /** List who did what, when, why and from where: on one day, to one record or setting, or by one actor. */
  listAuditEntries(input?: ListAuditEntriesInput): Promise<Answer<AuditPage>>;
  /** List the systems of record that orders are routed to. */
  listSystems(input?: ListSystemsInput): Promise<Answer<SystemList>>;
  /** Get one system: breaker, rate, maintenance, how fresh it is, and the postings that wait for it. */
  getSystem(input: GetSystemInput): Promise<Answer<SystemWithPostings>>;
  /** Pause a system for maintenance: what is to be posted waits, in order. */
  pauseSystem(input: PauseSystemInput): Promise<Answer<System>>;
  /** End the maintenance of a system: what waited is posted, in order. */
  resumeSystem(input: ResumeSystemInput): Promise<Answer<System>>;
  /** Say who asks, in which roles, and what that allows. */
  getMe(input?: GetMeInput): Promise<Answer<Me>>;
  /** Whether the API answers. */
  getHealth(input?: GetHealthInput): Promise<Answer<Health>>;
  /** This document. */
  getOpenapi(input?: GetOpenapiInput): Promise<Answer<Readonly<Record<string, unknown>>>>;
}

export function crossdockClient(options: ClientOptions): CrossdockClient {
  return {
    listItems: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/items',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getItem: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/items/${encodeURIComponent(input.itemId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    listLocations: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/locations',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getLocation: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/locations/${encodeURIComponent(input.locationId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    listSuppliers: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/suppliers',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getSupplier: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/suppliers/${encodeURIComponent(input.supplierId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    listForecastReleases: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/forecast-releases',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getForecastRelease: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/forecast-releases/${encodeURIComponent(input.releaseId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    downloadQuarantinedRows: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/forecast-releases/${encodeURIComponent(input.releaseId)}/quarantined-rows`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    approveForecastRelease: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/forecast-releases/${encodeURIComponent(input.releaseId)}/approve`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    createForecastUpload: (input) =>
      send(options, {
        method: 'POST',
        path: '/v1/forecast-uploads',
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    listProposals: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/proposals',
        query: { limit: input.limit, cursor: input.cursor, state: input.state, releaseId: input.releaseId, runId: input.runId },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getProposal: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/proposals/${encodeURIComponent(input.proposalId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    approveProposal: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/proposals/${encodeURIComponent(input.proposalId)}/approve`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    rejectProposal: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/proposals/${encodeURIComponent(input.proposalId)}/reject`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    listPurchaseOrders: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/purchase-orders',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getPurchaseOrder: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/purchase-orders/${encodeURIComponent(input.purchaseOrderId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    listDocuments: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/documents',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getDocument: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/documents/${encodeURIComponent(input.documentId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    listExceptions: (input) =>
      send(options, {
        method: 'GET',
        path: '/v1/exceptions',
        query: { limit: input.limit, cursor: input.cursor, role: input.role, state: input.state },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getException: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/exceptions/${encodeURIComponent(input.exceptionId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    claimException: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/exceptions/${encodeURIComponent(input.exceptionId)}/claim`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    commentException: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/exceptions/${encodeURIComponent(input.exceptionId)}/comments`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    resolveException: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/exceptions/${encodeURIComponent(input.exceptionId)}/resolve`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    reopenException: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/exceptions/${encodeURIComponent(input.exceptionId)}/reopen`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    addPartner: (input) =>
      send(options, {
        method: 'POST',
        path: '/v1/partners',
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    listPartners: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/partners',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getPartner: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/partners/${encodeURIComponent(input.partnerId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    certifyPartner: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/partners/${encodeURIComponent(input.partnerId)}/certify`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    getCertification: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/partners/${encodeURIComponent(input.partnerId)}/certification`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    activatePartner: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/partners/${encodeURIComponent(input.partnerId)}/activate`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    suspendPartner: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/partners/${encodeURIComponent(input.partnerId)}/suspend`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    withdrawPartnerAccess: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/partners/${encodeURIComponent(input.partnerId)}/withdraw-access`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    listSupplierOrders: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/supplier/orders',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getSupplierOrder: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/supplier/orders/${encodeURIComponent(input.orderNumber)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    acknowledgeSupplierOrder: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/supplier/orders/${encodeURIComponent(input.orderNumber)}/acknowledgement`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    announceSupplierShipment: (input) =>
      send(options, {
        method: 'POST',
        path: '/v1/supplier/shipments',
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    submitSupplierInvoice: (input) =>
      send(options, {
        method: 'POST',
        path: '/v1/supplier/invoices',
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    offerSupplierCatalog: (input) =>
      send(options, {
        method: 'POST',
        path: '/v1/supplier/catalogs',
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    reportSupplierStock: (input) =>
      send(options, {
        method: 'POST',
        path: '/v1/supplier/stock',
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    listSupplierDocuments: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/supplier/documents',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getSupplierDocument: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/supplier/documents/${encodeURIComponent(input.documentId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    postInterchange: (input) =>
      send(options, {
        method: 'POST',
        path: '/v1/supplier/interchanges',
        bytes: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    createInterchangeUpload: (input) =>
      send(options, {
        method: 'POST',
        path: '/v1/supplier/interchange-uploads',
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    listSupplierInterchanges: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/supplier/interchanges',
        query: { limit: input.limit, cursor: input.cursor, waiting: input.waiting },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    listPartnerDocuments: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/partners/${encodeURIComponent(input.partnerId)}/documents`,
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getPartnerDocument: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/partner-documents/${encodeURIComponent(input.partnerDocumentId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    reprocessPartnerDocument: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/partner-documents/${encodeURIComponent(input.partnerDocumentId)}/reprocess`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    listInterchanges: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/partners/${encodeURIComponent(input.partnerId)}/interchanges`,
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    reprocessInterchange: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/interchanges/${encodeURIComponent(input.interchangeId)}/reprocess`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    putCrossReference: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/partners/${encodeURIComponent(input.partnerId)}/cross-references`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    getOrderProgress: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/purchase-orders/${encodeURIComponent(input.purchaseOrderId)}/progress`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    listSupplierShipments: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/suppliers/${encodeURIComponent(input.supplierId)}/shipments`,
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    listInvoices: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/suppliers/${encodeURIComponent(input.supplierId)}/invoices`,
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getInvoice: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/invoices/${encodeURIComponent(input.invoiceId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getSupplierScorecard: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/suppliers/${encodeURIComponent(input.supplierId)}/scorecards/${encodeURIComponent(input.month)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    collectInterchange: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/supplier/interchanges/${encodeURIComponent(input.interchangeId)}/content`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    compareForecastRelease: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/forecast-releases/${encodeURIComponent(input.releaseId)}/comparison`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getForecastSeries: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/forecast-releases/${encodeURIComponent(input.releaseId)}/series`,
        query: { itemId: input.itemId, locationId: input.locationId },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    rejectForecastRelease: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/forecast-releases/${encodeURIComponent(input.releaseId)}/reject`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    listReplenishmentRuns: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/replenishment-runs',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getReplenishmentRun: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/replenishment-runs/${encodeURIComponent(input.runId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    assignException: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/exceptions/${encodeURIComponent(input.exceptionId)}/assign`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    getLineage: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/lineage/${encodeURIComponent(input.recordType)}/${encodeURIComponent(input.recordId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getInterchange: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/interchanges/${encodeURIComponent(input.interchangeId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getDocumentContent: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/documents/${encodeURIComponent(input.documentId)}/content`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getOverview: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/overview',
        query: { days: input.days },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getMeasure: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/measures/${encodeURIComponent(input.measureId)}`,
        query: { dimension: input.dimension, value: input.value, from: input.from, to: input.to },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    search: (input) =>
      send(options, {
        method: 'GET',
        path: '/v1/search',
        query: { q: input.q },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    listDeadLetterQueues: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/dead-letter-queues',
        headers: { 'x-correlation-id': input.correlationId },
      }),
    listDeadLetters: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/dead-letters',
        query: { limit: input.limit, cursor: input.cursor, queue: input.queue, state: input.state },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getDeadLetter: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/dead-letters/${encodeURIComponent(input.deadLetterId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    rehearseDeadLetter: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/dead-letters/${encodeURIComponent(input.deadLetterId)}/dry-run`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    discardDeadLetter: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/dead-letters/${encodeURIComponent(input.deadLetterId)}/discard`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    moveDeadLetter: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/dead-letters/${encodeURIComponent(input.deadLetterId)}/move-to-exception`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    startRedrive: (input) =>
      send(options, {
        method: 'POST',
        path: '/v1/redrives',
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    listRedrives: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/redrives',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getRedrive: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/redrives/${encodeURIComponent(input.redriveId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    cancelRedrive: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/redrives/${encodeURIComponent(input.redriveId)}/cancel`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    listEventConsumers: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/event-consumers',
        headers: { 'x-correlation-id': input.correlationId },
      }),
    previewReplay: (input) =>
      send(options, {
        method: 'POST',
        path: '/v1/replay-previews',
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    startReplay: (input) =>
      send(options, {
        method: 'POST',
        path: '/v1/replays',
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    listReplays: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/replays',
        query: { limit: input.limit, cursor: input.cursor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getReplay: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/replays/${encodeURIComponent(input.replayId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    cancelReplay: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/replays/${encodeURIComponent(input.replayId)}/cancel`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID() },
      }),
    listAuditEntries: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/audit',
        query: { limit: input.limit, cursor: input.cursor, day: input.day, target: input.target, actor: input.actor },
        headers: { 'x-correlation-id': input.correlationId },
      }),
    listSystems: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/systems',
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getSystem: (input) =>
      send(options, {
        method: 'GET',
        path: `/v1/systems/${encodeURIComponent(input.systemId)}`,
        headers: { 'x-correlation-id': input.correlationId },
      }),
    pauseSystem: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/systems/${encodeURIComponent(input.systemId)}/pause`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    resumeSystem: (input) =>
      send(options, {
        method: 'POST',
        path: `/v1/systems/${encodeURIComponent(input.systemId)}/resume`,
        body: input.body,
        headers: { 'x-correlation-id': input.correlationId, 'Idempotency-Key': input.idempotencyKey ?? crypto.randomUUID(), 'If-Match': input.ifMatch },
      }),
    getMe: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/me',
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getHealth: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/health',
        headers: { 'x-correlation-id': input.correlationId },
      }),
    getOpenapi: (input = {}) =>
      send(options, {
        method: 'GET',
        path: '/v1/openapi.json',
        headers: { 'x-correlation-id': input.correlationId },
      }),
  };
}


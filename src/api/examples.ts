/** One example a route: what is sent and what is answered. The contract shows them, a test proves them valid. */
import { documentExamples } from './examples/documents.ts';
import { exceptionExamples } from './examples/exceptions.ts';
import { forecastReleaseExamples } from './examples/forecast-releases.ts';
import { insightExamples } from './examples/insight.ts';
import { masterDataExamples } from './examples/master-data.ts';
import { deadLetterExamples, replayExamples, systemExamples } from './examples/operations.ts';
import { partnerDocumentExamples } from './examples/partner-documents.ts';
import { partnerExamples } from './examples/partners.ts';
import { proposalExamples, replenishmentRunExamples } from './examples/proposals.ts';
import { purchaseOrderExamples } from './examples/purchase-orders.ts';
import { supplierFlowExamples } from './examples/supplier-flow.ts';
import { supplierInterchangeExamples } from './examples/supplier-interchanges.ts';
import { supplierOrderExamples } from './examples/supplier-orders.ts';
import type { AnswerOf, BodyOf } from './route.ts';
import type { OperationId, routes } from './routes.ts';

export type Example<Id extends OperationId> = {
  readonly answer: AnswerOf<(typeof routes)[Id]>;
} & ((typeof routes)[Id]['method'] extends 'POST'
  ? { readonly body: BodyOf<(typeof routes)[Id]> }
  : { readonly body?: never });

export const examples: { readonly [Id in OperationId]: Example<Id> } = {
  ...masterDataExamples,
  ...forecastReleaseExamples,
  ...proposalExamples,
  ...purchaseOrderExamples,
  ...documentExamples,
  ...exceptionExamples,
  ...partnerExamples,
  ...supplierOrderExamples,
  ...supplierInterchangeExamples,
  ...partnerDocumentExamples,
  ...supplierFlowExamples,
  ...replenishmentRunExamples,
  ...insightExamples,
  ...deadLetterExamples,
  ...replayExamples,
  ...systemExamples,
  'get-health': { answer: { status: 'ok', environment: 'prod' } },
  'get-openapi': { answer: { openapi: '3.1.1' } },
};

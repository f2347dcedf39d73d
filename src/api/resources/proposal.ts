import { decisionRecordSchema } from '#core/canonical/decision-record.ts';
import { proposalSchema } from '#core/canonical/proposal.ts';
import { page, resource } from './resource.ts';

/** What is public of a proposal; where its decision record lies is not. */
const publicFields = proposalSchema.pick({
  id: true,
  runId: true,
  releaseId: true,
  approvalGroupId: true,
  state: true,
  itemId: true,
  locationId: true,
  supplierId: true,
  netRequirement: true,
  orderQuantity: true,
  baseQuantity: true,
  price: true,
  value: true,
  needDate: true,
  orderDate: true,
  requestedDate: true,
  expedite: true,
  approvalReasons: true,
  decision: true,
});

export const proposalResource = resource(publicFields.shape);
export const proposalPage = page(proposalResource);

/** A proposal with the record of how it came about: inputs, each rule's verdict, quantities before and after. */
export const proposalWithDecisionRecord = proposalResource.extend({
  decisionRecord: decisionRecordSchema,
});

import * as z from 'zod';
import { proposalSchema } from '#core/canonical/proposal.ts';
import { page, resource } from './resource.ts';

const { decisionRecord: _address, ...publicFields } = proposalSchema.shape;

export const proposalResource = resource(publicFields);
export const proposalPage = page(proposalResource);

/** A proposal with the record of how it came about: inputs, each rule's verdict, quantities before and after. */
export const proposalWithDecisionRecord = proposalResource.extend({
  decisionRecord: z.record(z.string(), z.unknown()),
});

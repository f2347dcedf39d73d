import * as z from 'zod';
import { orderChangeRecordSchema, orderLedgerSchema } from '#core/canonical/order-ledger.ts';
import { supplierScorecardSchema } from '#core/canonical/scorecard.ts';
import { expectedShipmentSchema, invoiceSchema } from '#core/canonical/supplier-flow.ts';
import { page, resource } from './resource.ts';

export const orderChange = resource(orderChangeRecordSchema.shape);

/** The dialogue with the supplier about an order, line by line, and every change of it that was decided. */
export const orderProgress = resource(orderLedgerSchema.shape).extend({ changes: z.array(orderChange) });

export const shipment = resource(expectedShipmentSchema.shape);
export const shipmentPage = page(shipment);

export const invoice = resource(invoiceSchema.shape);
export const invoicePage = page(invoice);

export const scorecard = z.object(supplierScorecardSchema.shape);

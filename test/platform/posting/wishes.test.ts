import { describe, expect, it } from 'vitest';
import { wishes } from '#platform/posting/wishes.ts';

const change = {
  orderChangeId: 'oc-1',
  purchaseOrderId: 'po-1',
  system: 'tryton',
  posting: 'requested',
  telling: 'requested',
};

describe('what events ask posting for', () => {
  it('[X2] a change goes after what came before it of its order', () => {
    expect(wishes['order-change-requested'](change)).toEqual({
      operation: 'amend-purchase-order',
      documentId: 'oc-1',
      laneId: 'po-1',
      system: 'tryton',
    });
  });

  it('[X2] a change that is for the supplier alone is not posted', () => {
    expect(wishes['order-change-requested']({ ...change, posting: 'none' })).toBeUndefined();
  });

  it('[S7] a matched invoice is booked in its system', () => {
    expect(wishes['invoice-matched']({ invoiceId: 'pd-1', system: 'tryton' })).toEqual({
      operation: 'post-supplier-invoice',
      documentId: 'pd-1',
      system: 'tryton',
    });
  });
});

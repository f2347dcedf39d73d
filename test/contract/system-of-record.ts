/** The conformance kit: what posting relies on, for the adapter of every system of record to pass. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { documentContract } from './document-contract.ts';
import { effectsContract } from './effects-contract.ts';
import { codeOf, newReference, provoked, type SystemUnderTest } from './system-under-test.ts';

/** Run against a system with nothing else going on. Documents are left behind, each under a reference of its own. */
export function systemOfRecordContract(name: string, open: () => Promise<SystemUnderTest>): void {
  describe(`System of record: ${name}`, () => {
    let opened: SystemUnderTest | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());
    const subject = (): SystemUnderTest => {
      if (!opened) throw new Error('the system was not opened');
      return opened;
    };

    documentContract(
      'purchase orders',
      subject,
      ({ purchaseOrders }) => purchaseOrders,
      ({ orders }) => orders,
    );
    documentContract(
      'amendments',
      subject,
      ({ amendments }) => amendments,
      ({ amendments }) => amendments,
    );
    documentContract(
      'supplier invoices',
      subject,
      ({ supplierInvoices }) => supplierInvoices,
      ({ invoices }) => invoices,
    );
    effectsContract(subject);

    // Last, as a system may slow down or lock an account after it.
    provoked(
      '[X1] a wrong credential is said to be one, and never taken for a refusal of the document',
      () => opened?.wrongCredential,
      async (wrong) => {
        expect(codeOf(await wrong.purchaseOrders.findByReference(newReference()))).toBe('system-credentials');
      },
    );
  });
}

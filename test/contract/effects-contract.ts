import { expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import type { SystemOrderDetail } from '#platform/posting/system-of-record.ts';
import { codeOf, newReference, provoked, type SystemUnderTest } from './system-under-test.ts';

/** What taking effect means for each kind. */
export function effectsContract(subject: () => SystemUnderTest): void {
  const orderOf = async (nativeId: string): Promise<SystemOrderDetail> => {
    const read = unwrap(await subject().system.purchaseOrders.read(nativeId));
    if (!read) throw new Error(`there is no order ${nativeId}`);
    return read;
  };
  const quantities = async (nativeId: string) =>
    (await orderOf(nativeId)).lines.map(({ quantity }) => quantity.value);

  it('[X1] an order that was sent can be read again, line by line', async () => {
    const { system, orders } = subject();
    const order = await orders.one();
    const { nativeId } = unwrap(await system.purchaseOrders.createDraft(order, newReference()));
    const sent = order.lines.map(({ itemId, quantity }) => ({ itemId, quantity }));
    const { lines } = await orderOf(nativeId);
    expect(lines.map(({ itemId, quantity }) => ({ itemId, quantity }))).toEqual(sent);
  });

  it('[X2] [S6] an amendment changes its lines, once, and no other', async () => {
    const { system, amendments } = subject();
    const amendment = await amendments.one();
    const [wanted] = amendment.change.lines;
    const before = await quantities(amendment.nativeId);
    const { nativeId } = unwrap(await system.amendments.createDraft(amendment, newReference()));
    expect(await quantities(amendment.nativeId)).toEqual(before);
    await Promise.all([1, 2].map(() => system.amendments.confirm(nativeId, amendment)));
    unwrap(await system.amendments.confirm(nativeId, amendment));
    expect(await quantities(amendment.nativeId)).toEqual([wanted?.quantity?.value, ...before.slice(1)]);
  });

  it('[S6] a line that an amendment cancels is for nothing', async () => {
    const { system, amendments } = subject();
    const { change, ...order } = await amendments.one();
    const lines = change.lines.map(({ lineNumber, itemId }) => ({
      ...({ action: 'cancel', lineNumber, itemId } as const),
    }));
    const amendment = { ...order, change: { ...change, lines } };
    const { nativeId } = unwrap(await system.amendments.createDraft(amendment, newReference()));
    unwrap(await system.amendments.confirm(nativeId, amendment));
    expect((await quantities(order.nativeId))[0]).toBe('0');
  });

  provoked(
    '[S7] an invoice of a part leaves the rest of the order to be invoiced, and no more',
    () => subject().stillToInvoice,
    async (stillToInvoice) => {
      const { system, invoices } = subject();
      const toBook = await invoices.one();
      const [line] = toBook.invoice.lines;
      const [order] = toBook.orders;
      const ordered = order?.order.lines.find(({ lineNumber }) => lineNumber === line?.lineNumber);
      const { nativeId } = unwrap(await system.supplierInvoices.createDraft(toBook, newReference()));
      unwrap(await system.supplierInvoices.confirm(nativeId, toBook));
      const rest = Number(ordered?.quantity.value) - Number(line?.quantity.value);
      expect(await stillToInvoice(order?.nativeId ?? '', line?.lineNumber ?? 0)).toBe(String(rest));
    },
  );

  it('[S7] an invoice for another total than the system computes is refused, with both', async () => {
    const { system, invoices } = subject();
    const toBook = await invoices.one();
    const other = { ...toBook, invoice: { ...toBook.invoice, total: '1.23' } };
    const reference = newReference();
    const created = await system.supplierInvoices.createDraft(other, reference);
    const refused = created.ok
      ? await system.supplierInvoices.confirm(created.value.nativeId, other)
      : created;
    expect(refused).toMatchObject({ ok: false, problem: { code: 'system-refused' } });
    if (!refused.ok) expect(refused.problem.detail).toContain('1.23');
    if (!refused.ok) expect(refused.problem.detail).toContain(toBook.invoice.total);
  });

  provoked(
    '[X2] [S7] an invoice that somebody has booked by hand is found, and not booked again',
    () => subject().bookByHand,
    async (bookByHand) => {
      const { system, invoices } = subject();
      const toBook = await invoices.one();
      const nativeId = await bookByHand(toBook, toBook.invoice.total);
      const reference = newReference();
      expect(unwrap(await system.supplierInvoices.createDraft(toBook, reference))).toMatchObject({
        nativeId,
        state: 'confirmed',
      });
      expect(unwrap(await system.supplierInvoices.findByReference(reference))).toEqual([]);
    },
  );

  provoked(
    '[X2] [S7] an invoice that somebody has booked for another amount is refused: one number, one invoice',
    () => subject().bookByHand,
    async (bookByHand) => {
      const { system, invoices } = subject();
      const toBook = await invoices.one();
      await bookByHand(toBook, '7.77');
      const reference = newReference();
      const created = await system.supplierInvoices.createDraft(toBook, reference);
      expect(codeOf(created)).toBe('system-refused');
      expect(unwrap(await system.supplierInvoices.findByReference(reference))).toEqual([]);
    },
  );
}

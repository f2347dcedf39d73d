import { describe, expect, test } from 'vitest';
import type { OrderChangeAnswer } from '#core/canonical/order-change.ts';
import { readOrdrsp } from '#edi/maps/edifact/ordrsp.ts';
import { read865 } from '#edi/maps/x12/865.ts';
import { changed, fixture, transactionOf } from './reading.ts';

const answer = 'maps/865-answer.004010.x12';
const ordrsp = 'maps/ORDRSP-to-a-change.D96A.edi';

const natureBy = (purpose: string, type: string): OrderChangeAnswer['nature'] | undefined => {
  const mapped = read865(transactionOf(changed(fixture(answer), 'BCA*04*AD', `BCA*${purpose}*${type}`)));
  return mapped.ok ? mapped.document.nature : undefined;
};

describe('answers to changes', () => {
  test.each([
    ['04', 'AC', 'answer'],
    ['04', 'AT', 'answer'],
    ['00', 'AK', 'answer'],
    ['00', 'RJ', 'answer'],
    ['04', 'RO', 'answer'],
    ['06', '', 'answer'],
    ['11', 'NA', 'answer'],
    ['44', '', 'answer'],
    ['13', '', 'proposal'],
    ['16', 'AC', 'proposal'],
    ['19', 'ZZ', 'proposal'],
    ['04', '', 'unclear'],
    ['05', 'NA', 'unclear'],
    ['01', 'ZZ', 'unclear'],
  ])('[S12] an 865 with BCA01 %s and BCA02 "%s" is: %s', (purpose, type, nature) => {
    expect(natureBy(purpose, type)).toBe(nature);
  });

  test('[S12] an ORDRSP names the change it answers, by its number or as the message before', () => {
    const changeBy = (reference: string) => {
      const mapped = readOrdrsp(transactionOf(changed(fixture(ordrsp), 'RFF+PP:PO-2026-0081-2', reference)));
      return mapped.ok ? { change: mapped.document.change, unmapped: mapped.unmapped } : mapped.faults;
    };
    expect(changeBy('RFF+PP:C-2')).toEqual({ change: { number: 'C-2' }, unmapped: [] });
    expect(changeBy('RFF+ACW:C-2')).toEqual({ change: { number: 'C-2' }, unmapped: [] });
    expect(changeBy('RFF+CR:C-2')).toEqual({ change: undefined, unmapped: [] });
    expect(changeBy("RFF+PP:C-2'\nRFF+ACW:M-1")).toEqual({
      change: { number: 'C-2' },
      unmapped: [expect.objectContaining({ segment: 'RFF', value: 'ACW:M-1' })],
    });
  });

  test('[S12] what an ORDRSP does to a line is kept as it is coded', () => {
    const mapped = readOrdrsp(transactionOf(fixture(ordrsp)));
    const codes = mapped.ok ? mapped.document.lines.map(({ confirmations }) => confirmations[0]?.code) : [];
    expect(codes).toEqual(['5', '2', '6', '23']);
  });

  test.each([
    ['9', 'RE', 'RE'],
    ['9', 'AP', 'AP'],
    ['', 'AC', 'AC'],
    ['9', '', '9'],
    ['27', 'AP', '27'],
  ])('[S11] an ORDRSP with 1225 "%s" and the response type "%s" answers %s', (kind, type, code) => {
    const head = `+${kind}+${type}`.replace(/\++$/, '');
    const said = fixture(ordrsp).replace(/(BGM\+231\+[^+']+)[^']*/, `$1${head}`);
    const mapped = readOrdrsp(transactionOf(said));
    expect(mapped).toMatchObject({ ok: true, document: { answerCode: code } });
  });
});

import { describe, expect, test } from 'vitest';
import { SchemaCompiler } from '#edi/codec/compile-schema.ts';
import type { FaultDraft } from '#edi/codec/fault.ts';
import type { LoopInstance } from '#edi/codec/loop-instance.ts';
import type { Element } from '#edi/codec/segment.ts';
import { Segment } from '#edi/codec/segment.ts';
import { TransactionWalker } from '#edi/codec/walk-transaction.ts';

const dictionary = {
  elements: { '1': 'AN 1/3', '2': 'ID 2/2 AA BB', '3': 'N0 1/3' },
  composites: { C1: 'M1 O3', C2: 'O1' },
  segments: {
    ST: 'O1',
    SE: 'O1',
    HD: 'O1',
    LP: 'O1',
    MU: 'O1',
    IN: 'O1',
    DE: 'O1',
    OP: 'O1',
    EL: 'O1 O2*2 OC1*2 O3 | C0102 E0304',
    LI: 'O1 O1 O1 | L010203',
    XX: 'O1 O1 O1 | C010203',
    NO: 'O1 ...',
  },
};

/** Walk segments, written `TAG*a*b`, through a structure; what is put where, and what is said. */
function walk(structure: string, ...written: readonly (string | Segment)[]) {
  const schema = new SchemaCompiler(dictionary).transaction({ type: 'T', name: '', structure }, 'V');
  const faults: FaultDraft[] = [];
  const walker = new TransactionWalker(schema, (fault) => faults.push(fault));
  written.forEach((one, i) => {
    const [id = '', ...elements] = typeof one === 'string' ? one.split('*') : [one.id, ...one.elements];
    walker.take(new Segment(String(id), elements, i + 1));
  });
  return { root: walker.root, faults, told: faults.map(told) };
}

const told = ({ kind, segment, position, element, component, loop }: FaultDraft): string =>
  `${kind} ${segment}@${position}${element ? `/${element}` : ''}${component ? `.${component}` : ''}${loop ? ` in ${loop}` : ''}`;

/** `[ST HD LP[LP MU]]`. */
const shapeOf = ({ segments, loops }: LoopInstance): string =>
  [...segments.map(({ id }) => id), ...loops.map((loop) => `${loop.name}[${shapeOf(loop)}]`)].join(' ');

const nested = 'ST! HD {LP:2 LP! MU! OP:2 {IN:* IN! DE!}} SE!';

describe('segments find their places', () => {
  test('[S1] in the loops they belong to, however deep, and out of them again', () => {
    const { root, told } = walk(
      nested,
      'ST',
      'HD',
      'LP',
      'MU',
      'IN',
      'DE',
      'IN',
      'DE',
      'LP',
      'MU',
      'OP',
      'SE',
    );
    expect(told).toEqual([]);
    expect(shapeOf(root)).toBe('ST HD SE LP[LP MU IN[IN DE] IN[IN DE]] LP[LP MU OP]');
    expect(root.name).toBe('');
  });

  test('[S1] what was mandatory and is passed over is told, of every loop that is left', () => {
    expect(walk(nested, 'ST', 'LP', 'SE').told).toEqual(['segment-missing MU@3 in LP']);
    expect(walk(nested, 'ST', 'LP', 'MU', 'IN', 'SE').told).toEqual(['segment-missing DE@5 in IN']);
    expect(walk(nested, 'ST', 'LP', 'MU', 'IN', 'IN', 'DE', 'SE').told).toEqual([
      'segment-missing DE@5 in IN',
    ]);
    expect(walk(nested, 'ST', 'LP', 'IN', 'LP', 'MU', 'SE').told).toEqual([
      'segment-missing MU@3 in LP',
      'segment-missing DE@4 in IN',
    ]);
    expect(walk('ST! {LP! LP! {IN! IN!}} SE!', 'ST', 'LP', 'SE').told).toEqual(['loop-missing IN@3 in IN']);
    expect(walk('ST! HD! {LP! LP!} MU! SE!', 'ST', 'SE').told).toEqual([
      'segment-missing HD@2',
      'loop-missing LP@2 in LP',
      'segment-missing MU@2',
    ]);
  });

  test('[S1] what has been there is not missed again', () => {
    expect(walk('ST! HD!:2 MU! SE!', 'ST', 'HD', 'HD', 'MU', 'SE').told).toEqual([]);
    expect(walk('ST! {LP!:2 LP! MU!} SE!', 'ST', 'LP', 'MU', 'LP', 'MU', 'SE').told).toEqual([]);
  });

  test('[S1] what is there too often stays where it is, and is told', () => {
    const { root, told, faults } = walk(
      nested,
      'ST',
      'LP',
      'MU',
      'OP',
      'OP',
      'OP',
      'LP',
      'MU',
      'LP',
      'MU',
      'SE',
    );
    expect(told).toEqual(['segment-repeats OP@6', 'loop-repeats LP@9 in LP']);
    expect(faults.map(({ message }) => message)).toEqual([
      'OP may be there 2 times',
      'loop LP may be there 2 times',
    ]);
    expect(shapeOf(root)).toBe('ST SE LP[LP MU OP OP OP] LP[LP MU] LP[LP MU]');
  });

  test('[S1] what has no place is kept where it came, and told with the loop it came in', () => {
    const { root, told, faults } = walk(nested, 'ST', 'LP', 'MU', 'HD', 'ZZ', 'SE', 'LI');
    expect(told).toEqual([
      'segment-unexpected HD@4 in LP',
      'segment-unknown ZZ@5 in LP',
      'segment-unknown LI@7',
    ]);
    expect(faults[0]?.message).toBe('segment HD has no place here in T V');
    expect(faults[1]?.message).toBe('segment ZZ is not in T V');
    expect(shapeOf(root)).toBe('ST SE LI LP[LP MU HD ZZ]');
  });

  test('[S1] a later place is taken when the nearer one is full', () => {
    expect(walk('ST! {LP LP! OP} OP SE!', 'ST', 'LP', 'OP', 'OP', 'SE').told).toEqual([]);
    expect(shapeOf(walk('ST! {LP LP! OP} OP SE!', 'ST', 'LP', 'OP', 'OP', 'SE').root)).toBe(
      'ST OP SE LP[LP OP]',
    );
  });
});

describe('elements are checked', () => {
  const elements = (tag: string, ...all: readonly Element[]) =>
    walk(`ST! ${tag}:9 SE!`, 'ST', new Segment(tag, all), 'SE').told;

  test('[S1] every occurrence and component of them', () => {
    const first: Element = 'a';
    expect(elements('EL', first, { repeats: ['AA', 'BB'] })).toEqual([]);
    expect(elements('EL', first, { repeats: ['AA', '', 'CC'] })).toEqual([
      'repetition-excess EL@2/2',
      'element-code EL@2/2',
    ]);
    expect(elements('EL', first, ['AA', 'BB'])).toEqual(['component-excess EL@2/2']);
    expect(elements('EL', first, ['', 'BB'])).toEqual(['component-excess EL@2/2']);
    expect(elements('EL', first, 'AA', ['', '1'])).toEqual(['element-missing EL@2/3.1']);
    expect(elements('EL', first, 'AA', ['a', 'x'])).toEqual(['element-number EL@2/3.2']);
    expect(elements('EL', first, 'AA', ['a', '1', ''])).toEqual([]);
    expect(elements('EL', first, 'AA', ['a', '1', '', 'z'])).toEqual(['component-excess EL@2/3.3']);
    expect(elements('EL', first, 'AA', 'abcd')).toEqual(['element-long EL@2/3.1']);
    expect(
      elements('EL', first, 'AA', {
        repeats: [
          ['a', 'x'],
          ['b', 'y'],
        ],
      }),
    ).toEqual(['element-number EL@2/3.2', 'element-number EL@2/3.2']);
  });

  test('[S1] no more of them than there may be, empty ones apart', () => {
    expect(elements('HD', 'a', '', 'c', 'd')).toEqual(['element-excess HD@2/3']);
    expect(elements('HD', 'a', '', '')).toEqual([]);
    expect(elements('NO', 'a', 'b', 'c')).toEqual([]);
    expect(elements('HD', '', 'b')).toEqual(['element-excess HD@2/2']);
  });

  test('[S1] the notes: all of a list, one of a list, not two', () => {
    expect(elements('EL', 'a')).toEqual(['element-condition EL@2/2']);
    expect(elements('EL', '', 'AA')).toEqual([]);
    expect(elements('EL', '', '', 'a', '1')).toEqual(['element-exclusion EL@2/4']);
    expect(elements('EL', '', '', 'a')).toEqual([]);
    expect(elements('EL', '', '', '', '1')).toEqual([]);
    expect(elements('XX', 'a', 'b')).toEqual(['element-condition XX@2/3']);
    expect(elements('XX', 'a', '', 'c')).toEqual(['element-condition XX@2/2']);
    expect(elements('XX', '', 'b')).toEqual([]);
    expect(elements('XX', 'a', 'b', 'c')).toEqual([]);
    expect(elements('LI', 'a')).toEqual(['element-condition LI@2/2']);
    expect(elements('LI', 'a', '', 'c')).toEqual([]);
    expect(elements('LI', '', 'b')).toEqual([]);
    expect(elements('LI', '', '', '')).toEqual([]);
  });
});

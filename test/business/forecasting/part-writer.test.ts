import { describe, expect, it } from 'vitest';
import { partWriter } from '#business/forecasting/part-writer.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';

const line = (heap: number, number: number) => `${number},${heap},${'x'.repeat(200)}\n`;

async function writeAll(heaps: number, lines: number) {
  const objects = memoryObjects();
  let held = 0;
  let mostHeld = 0;
  const writing = {
    ...objects,
    write: async (...args: Parameters<typeof objects.write>) => {
      held -= args[2] instanceof Uint8Array ? args[2].length : 0;
      await objects.write(...args);
    },
  };
  const writer = partWriter(writing, heaps, (heap, part) => `${heap}/${part}`);
  for (let number = 0; number < lines; number += 1) {
    const text = line(number % heaps, number);
    held += text.length;
    writer.add(number % heaps, text);
    if (number % 500 !== 499) continue;
    await writer.settle();
    mostHeld = Math.max(mostHeld, held);
  }
  return { objects, parts: await writer.finish(), mostHeld };
}

describe('writing parts', () => {
  it('[B3] every line is in the parts of its heap, in order, and each part is what its hash says', async () => {
    const { objects, parts } = await writeAll(3, 40_000);
    for (let heap = 0; heap < 3; heap += 1) {
      const own = parts.filter((part) => part.heap === heap);
      expect(own.length).toBeGreaterThan(1);
      const texts = own.map(({ key }) => objects.text('work', key));
      const expected = Array.from({ length: 40_000 }, (_, number) => number).filter(
        (number) => number % 3 === heap,
      );
      expect(texts.join('')).toBe(expected.map((number) => line(heap, number)).join(''));
      for (const [index, part] of own.entries()) {
        const text = texts[index] ?? '';
        expect(part).toMatchObject({
          bytes: text.length,
          sha256: sha256(text),
          rows: text.split('\n').length - 1,
        });
      }
    }
  });

  it('[B3] what is held does not grow with what is written', async () => {
    const bounds = [await writeAll(256, 100_000), await writeAll(256, 200_000)].map(
      ({ mostHeld }) => mostHeld,
    );
    for (const held of bounds) expect(held).toBeLessThan(18 * 1024 * 1024);
  });

  it('[O7] the same lines make the same parts', async () => {
    const [first, second] = [await writeAll(5, 20_000), await writeAll(5, 20_000)];
    expect(second.parts).toEqual(first.parts);
  });

  it('[O7] a part that cannot be written fails the whole', async () => {
    const objects = { ...memoryObjects(), write: () => Promise.reject(new Error('no space')) };
    const writer = partWriter(objects, 1, () => 'key');
    writer.add(0, 'line\n');
    await expect(writer.finish()).rejects.toThrow('no space');
  });
});

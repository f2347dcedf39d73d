import { describe, expect, test } from 'vitest';
import { charsetOf, codecOf } from '#edi/codec/charset.ts';

const allBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('character sets', () => {
  test('[S1] every syntax identifier has its set', () => {
    expect(['UNOA', 'UNOB', 'UNOC', 'UNOW', 'UNOY', 'IATB'].map(charsetOf)).toEqual([
      'ascii',
      'ascii',
      'iso-8859-1',
      'utf-8',
      'utf-8',
      'iso-8859-1',
    ]);
    const parts = ['UNOD', 'UNOE', 'UNOF', 'UNOG', 'UNOH', 'UNOI', 'UNOJ', 'UNOK'].map(charsetOf);
    expect(parts.map((charset) => charset.slice(9))).toEqual(['2', '5', '7', '3', '4', '6', '8', '9']);
  });

  test.each(['UNOC', 'UNOD', 'UNOE', 'UNOF', 'UNOG', 'UNOH', 'UNOI', 'UNOJ', 'UNOK'])(
    '[S1] %s: no byte is lost on the way to text and back',
    (identifier) => {
      const codec = codecOf(charsetOf(identifier));
      const text = codec.decode(allBytes);
      expect(text).toHaveLength(256);
      expect(text.slice(0x80, 0xa0)).toBe(codecOf('iso-8859-1').decode(allBytes.subarray(0x80, 0xa0)));
      expect(Array.from(codec.encode(text) ?? [])).toEqual(Array.from(allBytes));
    },
  );

  test('[S1] what a set does not have is not written', () => {
    expect(codecOf('ascii').encode('é')).toBeUndefined();
    expect(codecOf('iso-8859-1').encode('€')).toBeUndefined();
    expect(codecOf('iso-8859-5').encode('é')).toBeUndefined();
    expect(codecOf('utf-8').encode('\ud800')).toBeUndefined();
    expect(codecOf('ascii').isClean(Uint8Array.of(0x41, 0xe9))).toBe(false);
    expect(codecOf('utf-8').isClean(Uint8Array.of(0xc3))).toBe(false);
  });
});

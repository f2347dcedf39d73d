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

  test('[S1] what a set has is clean, to its last byte', () => {
    expect(codecOf('ascii').isClean(Uint8Array.of(0x41, 0x7f))).toBe(true);
    expect(codecOf('ascii').isClean(Uint8Array.of(0x80))).toBe(false);
    expect(codecOf('ascii').encode('a\x7f')).toEqual(Buffer.from('a\x7f'));
    expect(codecOf('ascii').encode('\x80')).toBeUndefined();
    expect(codecOf('ascii').decode(Uint8Array.of(0x41, 0xe9))).toBe('Aé');
    expect(codecOf('iso-8859-1').isClean(allBytes)).toBe(true);
    expect(codecOf('iso-8859-7').isClean(allBytes)).toBe(true);
    expect(codecOf('utf-8').isClean(Uint8Array.of(0xc3, 0xa9))).toBe(true);
    expect(codecOf('utf-8').decode(Uint8Array.of(0xc3, 0xa9))).toBe('é');
    expect(codecOf('utf-8').decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('\ufeffA');
    expect(codecOf('utf-8').decode(Uint8Array.of(0xc3, 0x41))).toBe('ÃA');
    expect(codecOf('utf-8').encode('é')).toEqual(Buffer.from([0xc3, 0xa9]));
    expect(codecOf('iso-8859-5').encode('Жé')).toBeUndefined();
    expect(codecOf('iso-8859-5').encode('Ж')).toEqual(Uint8Array.of(0xb6));
    expect(codecOf('iso-8859-5')).toBe(codecOf('iso-8859-5'));
    expect([codecOf('ascii').isLatin1, codecOf('iso-8859-1').isLatin1]).toEqual([true, true]);
    expect([codecOf('utf-8').isLatin1, codecOf('iso-8859-5').isLatin1]).toEqual([false, false]);
  });
});

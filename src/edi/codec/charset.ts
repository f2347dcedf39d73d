/** Character sets an interchange can be written in. ASCII is read as ISO 8859-1 and its misuse reported. */
export type Charset = 'ascii' | 'utf-8' | `iso-8859-${number}`;

/** The character set of an EDIFACT syntax identifier (data element 0001); unknown ones are ISO 8859-1. */
export function charsetOf(syntaxIdentifier: string): Charset {
  switch (syntaxIdentifier) {
    case 'UNOA':
    case 'UNOB':
      return 'ascii';
    case 'UNOD':
      return 'iso-8859-2';
    case 'UNOE':
      return 'iso-8859-5';
    case 'UNOF':
      return 'iso-8859-7';
    case 'UNOG':
      return 'iso-8859-3';
    case 'UNOH':
      return 'iso-8859-4';
    case 'UNOI':
      return 'iso-8859-6';
    case 'UNOJ':
      return 'iso-8859-8';
    case 'UNOK':
      return 'iso-8859-9';
    case 'UNOW':
    case 'UNOY':
      return 'utf-8';
    default:
      return 'iso-8859-1';
  }
}

/** Bytes to text and back, without loss for what the character set has. */
export interface Codec {
  /** Every byte is the character with its number. */
  readonly isLatin1: boolean;
  /** Whether all the bytes belong to the set. */
  isClean(bytes: Uint8Array): boolean;
  decode(bytes: Uint8Array): string;
  /** The bytes of a text, or `undefined` when a character is not in the set. */
  encode(text: string): Uint8Array | undefined;
}

const latin1: Codec = {
  isLatin1: true,
  isClean: () => true,
  decode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
  encode: (text) => (isWithin(text, 0xff) ? Buffer.from(text, 'latin1') : undefined),
};

const ascii: Codec = {
  isLatin1: true,
  isClean: (bytes) => bytes.every((byte) => byte < 0x80),
  decode: latin1.decode,
  encode: (text) => (isWithin(text, 0x7f) ? Buffer.from(text, 'latin1') : undefined),
};

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8, and byte by byte where it is not UTF-8, so that no byte is lost. */
const utf8: Codec = {
  isLatin1: false,
  isClean: (bytes) => decodeUtf8(bytes) !== undefined,
  decode: (bytes) => decodeUtf8(bytes) ?? latin1.decode(bytes),
  encode: (text) => (text.isWellFormed() ? Buffer.from(text, 'utf8') : undefined),
};

const privateUse = 0xf700;

const codecs = new Map<Charset, Codec>([
  ['ascii', ascii],
  ['iso-8859-1', latin1],
  ['utf-8', utf8],
]);

/** The codec of a character set. */
export function codecOf(charset: Charset): Codec {
  const known = codecs.get(charset);
  if (known) return known;
  const made = singleByteCodec(charset);
  codecs.set(charset, made);
  return made;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * A codec from the table of the platform's decoder. The controls 80 to 9F stay themselves; a byte that
 * the set leaves undefined becomes a private character, so that it comes back as it was.
 */
function singleByteCodec(charset: Charset): Codec {
  const decoder = new TextDecoder(charset);
  const characters = Array.from({ length: 256 }, (_, byte) => {
    if (byte >= 0x80 && byte <= 0x9f) return String.fromCharCode(byte);
    const text = decoder.decode(Uint8Array.of(byte));
    return text === '\ufffd' ? String.fromCharCode(privateUse + byte) : text;
  });
  const bytesByCharacter = new Map(characters.map((character, byte) => [character, byte]));
  return {
    isLatin1: false,
    isClean: () => true,
    decode: (bytes) => Array.from(bytes, (byte) => characters[byte] ?? '').join(''),
    encode(text) {
      const bytes = Array.from(text, (character) => bytesByCharacter.get(character));
      return bytes.some((byte) => byte === undefined)
        ? undefined
        : Uint8Array.from(bytes, (byte) => byte ?? 0);
    },
  };
}

function isWithin(text: string, highest: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > highest) return false;
  return true;
}

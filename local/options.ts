import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Blocked } from './bootstrap/blocked.mjs';

/** The command's options; one that is not known, or lacks its value, ends the command with a sentence. */
export function readOptions<const T extends NonNullable<ParseArgsConfig['options']>>(options: T) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    console.error(
      `\n${error instanceof Error ? error.message : error} The options are ${known.join(', ')}.\n`,
    );
    process.exit(1);
  }
}

/** A port as an option gives it; nothing when it was not given. */
export function portOf(option: string | undefined): number | undefined {
  if (option === undefined) return undefined;
  const port = Number(option);
  if (/^\d+$/.test(option) && port < 65_536) return port;
  throw new Blocked(`"${option}" is no port: give a number from 1 to 65535, or 0 for any free one.`);
}

/**
 * The environment our programs get: ours by name, never the user's whole one. An AWS_PROFILE or a PYTHONPATH of
 * theirs must not reach a program that believes it talks to the embedded cloud.
 */
export function environmentOf(own: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TERM', 'CI']) {
    const value = process.env[name];
    if (value !== undefined) kept[name] = value;
  }
  const colour: Record<string, string> = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  return { ...kept, ...colour, TZ: 'UTC', ...own };
}

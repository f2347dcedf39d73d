/**
 * Put into package-lock.json the packages of other platforms that npm left out of it.
 *
 * `npm install` drops an optional package its registry does not offer (a mirror for one platform), and `npm ci`
 * then refuses the lockfile: on that machine for ever, on a Mac for want of its own. What npm would have written is
 * known: these packages are pinned exactly by the one that wants them, and named after their platform.
 * Run it after a change of dependencies; `--check` only tells.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bootstrap/places.mjs';

const FILE = join(ROOT, 'package-lock.json');
interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type Packages = Readonly<Record<string, LockedPackage>>;

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** `@oxc-parser/binding-linux-x64-musl` runs on Linux, x64, musl: what npm looks at before it downloads. */
function platformOf(name: string): { os: string[]; cpu: string[]; libc?: string[] } {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined)
    throw new Error(`${name} does not say which platform it is for.`);
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return { os: [os], cpu: [cpu], ...(os === 'linux' ? { libc: [libc] } : {}) };
}

/** Whether a package that `path` asks for is in the lockfile: beside it, or above as Node looks for it. */
function isLocked(packages: Packages, path: string, name: string): boolean {
  const folders = path
    .split('/node_modules/')
    .map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'));
  return ['', ...folders.map((folder) => `${folder}/`)].some(
    (folder) => `${folder}node_modules/${name}` in packages,
  );
}

function missingFrom(packages: Packages): Packages {
  const missing: Record<string, LockedPackage> = {};
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isLocked(packages, path, name)) continue;
      if (!/^\d/.test(version)) throw new Error(`${path} does not pin ${name} exactly (${version}).`);
      const role = dev === undefined ? {} : { dev };
      missing[`node_modules/${name}`] = { version, ...role, ...platformOf(name), optional: true };
    }
  }
  return missing;
}

const lockfile: { readonly packages: Packages } = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = missingFrom(lockfile.packages);
const names = Object.keys(missing);
if (names.length > 0 && process.argv.includes('--check')) {
  console.error(
    `package-lock.json lacks ${names.length} packages of other platforms: run "node local/complete-lockfile.ts".`,
  );
  process.exitCode = 1;
} else if (names.length > 0) {
  const [top, ...others] = Object.entries({ ...lockfile.packages, ...missing });
  const sorted = others.toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  const packages = Object.fromEntries([...(top ? [top] : []), ...sorted]);
  writeFileSync(FILE, `${JSON.stringify({ ...lockfile, packages }, null, 2)}\n`);
  console.log(`${names.length} packages of other platforms added to package-lock.json`);
}

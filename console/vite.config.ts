import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * Cloudscape brings its fonts inside its style sheet. As files of their own only those that a page uses are loaded,
 * they are kept when the styles change, and the content security policy need not allow fonts from data.
 */
const fontsAsFiles: Plugin = {
  name: 'fonts-as-files',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/global-styles/index.css')) return null;
    return code.replaceAll(
      /url\(["']?data:font\/woff[^,]*base64,([^"')]+)["']?\)/g,
      (_all, base64: string) => {
        const source = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const name = `open-sans-${fingerprint(base64)}.woff`;
        this.emitFile({ type: 'asset', fileName: `assets/${name}`, source });
        return `url("/assets/${name}")`;
      },
    );
  },
};

/** Another font, another name (FNV-1a). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * The layout brings a drawer in which AWS announces features of its own consoles, and with it a whole library to drag
 * list entries about (28 kB compressed). Nothing ever opens it here.
 */
const withoutAnnouncements: Plugin = {
  name: 'without-announcements',
  apply: 'build',
  load: (id) =>
    id.endsWith('/drawer/feature-notifications-drawer-content.js')
      ? 'const Nothing = () => null; export default Nothing; export { Nothing as RuntimeContentPart };'
      : null,
};

/**
 * The console as static files with hashed names, for S3 and CloudFront.
 * Nothing is inlined into the page: its content security policy allows scripts and fonts of our own origin only.
 */
export default defineConfig({
  plugins: [react(), fontsAsFiles, withoutAnnouncements],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // What seldom changes is kept apart, so that a new release of ours does not make people load it again.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
            { name: 'session', test: /node_modules\/(oidc-client-ts|jwt-decode|@tanstack)\// },
          ],
        },
      },
    },
  },
});

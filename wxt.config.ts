import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { guideFiles } from './tools/guide/pages';
import { originsOf } from './src/archives/adapter';
import { archives } from './src/archives/index';
import { preactWithoutMarkup } from './tools/build/preact-without-markup';
import { scriptsWithoutOptions } from './tools/build/scripts-without-options';
import { notices } from './tools/release/licences';

/** Host permissions are exactly the addresses of the archives, derived so that they cannot drift apart. */
const hosts = archives.flatMap(originsOf);

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: '.output',
  vite: () => ({
    plugins: [preactWithoutMarkup(), scriptsWithoutOptions()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: { alias: { 'wxt/utils/content-script-context': resolve('src/page/lifetime.ts') } },
  }),
  hooks: {
    'build:publicAssets': ({ config }, files) => void files.push(...guideFiles(config.root), { relativeDest: 'licences.txt', contents: notices(config.root) }),
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'contextMenus'],
    host_permissions: hosts,
    // Asked for one address at a time, when the reader subscribes to a list or connects a server there; files on disk
    // when the reader wants saved works judged that are opened in the browser.
    optional_host_permissions: ['https://*/*', 'http://*/*', 'file:///*'],
    action: { default_title: '__MSG_extension_name__' },
    // Readers change the keys in their browser. Letters that the browsers leave free: Chromium drops a suggestion that it uses itself.
    commands: {
      'toggle-item': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_toggle__' },
      'add-rule': { suggested_key: { default: 'Alt+Shift+F' }, description: '__MSG_command_add__' },
      pause: { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_command_pause__' },
    },
    ...(browser === 'firefox'
      ? {
          // Firefox's own policy turns http into https, and a sync server in the reader's home network has no certificate.
          content_security_policy: { extension_pages: "script-src 'self'" },
          browser_specific_settings: {
            gecko: { id: 'foldaway@foldaway.example', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : browser === 'safari'
        ? {}
        : { minimum_chrome_version: '120' }),
  }),
});

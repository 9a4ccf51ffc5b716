import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Unit and page tests. Tests that need a DOM say so in their first line: `// @vitest-environment jsdom`. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: { include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'], exclude: ['tests/e2e/**', 'tests/bench/**'], environment: 'node', testTimeout: 20_000 },
});

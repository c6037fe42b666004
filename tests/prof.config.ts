import { defineConfig } from 'vitest/config'
import { findChromium } from './support/chromium.ts'

/** Tests in a browser are left out where there is none; `global-setup.ts` says so. */
const inBrowser = findChromium() ? [] : ['tests/browser/**']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/**/*.long.test.ts', ...inBrowser],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    // No module keeps state, so that files may share a process; starting one for each costs a fifth of the time.
    isolate: false,
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

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
    // One more than there are cores on the smallest machine: much of the time is waiting for PostgreSQL and for processes.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

import { defineConfig } from 'vitest/config'

/** The whole of what `npm test` samples. */
export default defineConfig({
  test: {
    include: ['tests/**/*.long.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
  },
})

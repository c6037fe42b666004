import { describe } from 'vitest'
import { tellStories } from './model.ts'

describe('delivery', { timeout: 300_000 }, () => {
  // The rest of it is `npm run test:long`.
  tellStories('sqlite', { runs: 80, crew: 2, most: 25 })
  tellStories('postgres', { runs: 10, crew: 3, most: 25 })
})

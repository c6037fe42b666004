import { describe } from 'vitest'
import { tellStories } from './model.ts'

describe('delivery, at length', () => {
  tellStories('sqlite', { runs: 1_500, crew: 2, most: 60 })
  tellStories('postgres', { runs: 150, crew: 3, most: 60 })
})

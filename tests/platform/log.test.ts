import { expect, it } from 'vitest'
import { createLog } from '../../src/platform/log.ts'

it('keeps of an error its beginning and its places, however many lines its message has', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  log.error({ error: new Error(`${'x'.repeat(300)}\ncanary\nand more`) }, 'it failed')
  expect(lines.join()).toContain('log.test.ts')
  expect(lines.join()).not.toContain('canary')
})

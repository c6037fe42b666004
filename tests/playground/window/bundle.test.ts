import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bundlePage } from '../../../src/playground/window/bundle.ts'

describe('the page’s program', () => {
  const bundled = bundlePage()

  it('comes with its styles, and both together are small', async () => {
    const assets = await bundled
    expect([...assets.keys()].toSorted()).toEqual(['/page/index.css', '/page/main.js'])
    const bytes = [...assets.values()].map(({ body }) => gzipSync(body).length)
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(150_000)
  })

  it('loads nothing by itself', async () => {
    const assets = await bundled
    const styles = new TextDecoder().decode(assets.get('/page/index.css')?.body)
    expect(styles).not.toMatch(/url\(|@import/)
  })

  it('has the same tag as long as it is the same', async () => {
    const [first, second] = [await bundled, await bundlePage()]
    expect([...first.values()].map(({ tag }) => tag)).toEqual([...second.values()].map(({ tag }) => tag))
    expect(new Set([...first.values()].map(({ tag }) => tag)).size).toBe(2)
  })
})

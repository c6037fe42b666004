import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

export interface Asset {
  type: string
  body: Uint8Array
  /** Changes with the contents, for the browser's cache. */
  tag: string
}

/** Where the page's source is. */
const source = fileURLToPath(new URL('../page/', import.meta.url))

/**
 * The page's program and its styles, as the browser gets them: `/page/main.js`, `/page/index.css`.
 * @throws when esbuild is not installed, or the page does not compile
 */
export async function bundlePage(): Promise<Map<string, Asset>> {
  const { buildSync } = await import('esbuild')
  // At once: what builds in the background stays there as a process of its own.
  const { outputFiles } = buildSync({
    entryPoints: [`${source}main.tsx`, `${source}styles/index.css`],
    entryNames: '[name]',
    outdir: source,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2023',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  })
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
      const type = name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8'
      const tag = `"${createHash('sha256').update(contents).digest('base64url').slice(0, 16)}"`
      return [`/page/${name}`, { type, body: contents, tag }]
    }),
  )
}

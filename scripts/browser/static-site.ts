import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

const TEXTS = /^(text|image\/svg|application\/manifest)/

/** Where the script that runs first is: the page's policy lets files of the site run. */
const FIRST = '/first.js'

/** A folder as a web site on a free port of this machine. */
export interface StaticSite {
  url: string
  /** From now on this script runs in every page before any script of its own. */
  runFirst: (script: string) => void
  /** From now on requests for these paths are lost on the way; those for none, without an argument. */
  lose: (paths?: RegExp) => void
  close: () => Promise<void>
}

/**
 * Serves a built web app, compressed: its files, and `index.html` for every other path, as a host of single-page
 * apps does. In scripts and in the page's policy the address `builtFor` becomes `backend`: the build under test
 * knows only the usual one.
 */
export const startStaticSite = async (
  folder: string,
  { builtFor, backend }: { builtFor: string; backend: string },
): Promise<StaticSite> => {
  const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true
  let first = ''
  let lost: RegExp | undefined
  const pageOf = (html: string) => html.replace('<head>', `<head><script src="${FIRST}"></script>`)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    if (lost?.test(pathname) === true) return void request.socket.destroy()
    if (pathname === FIRST) {
      response.setHeader('content-type', TYPES['.js'] ?? '')
      return void response.end(first)
    }
    const wanted = join(folder, normalize(decodeURIComponent(pathname)))
    const inside = wanted.startsWith(folder + sep) && isFile(wanted)
    const path = inside ? wanted : join(folder, 'index.html')
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    response.setHeader('content-type', type)
    const content = readFileSync(path)
    if (!TEXTS.test(type)) return void response.end(content)
    const text = content.toString().replaceAll(builtFor, backend)
    response.setHeader('content-encoding', 'gzip')
    response.end(gzipSync(first !== '' && extname(path) === '.html' ? pageOf(text) : text))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    runFirst: (script) => void (first = script),
    lose: (paths) => void (lost = paths),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

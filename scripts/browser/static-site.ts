import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

/** A folder as a web site on a free port of this machine. */
export interface StaticSite {
  url: string
  close(): Promise<void>
}

/**
 * Serves a built web app: its files, and `index.html` for every other path, as a host of single-page apps does.
 * In scripts and in the page's policy the address `builtFor` becomes `backend`: the build under test knows only the usual one.
 */
export const startStaticSite = async (
  folder: string,
  { builtFor, backend }: { builtFor: string; backend: string },
): Promise<StaticSite> => {
  const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const wanted = join(folder, normalize(decodeURIComponent(pathname)))
    const inside = wanted.startsWith(folder + sep) && isFile(wanted)
    const path = inside ? wanted : join(folder, 'index.html')
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream')
    const content = readFileSync(path)
    const namesBackend = ['.js', '.html'].includes(extname(path))
    response.end(namesBackend ? content.toString().replaceAll(builtFor, backend) : content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

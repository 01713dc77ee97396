import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastify, { type FastifyInstance } from 'fastify'
import { loopbackOnly } from '../control/loopback'
import { createNetwork } from '../wx/network/network'
import type { PreviewConfig } from './bundle'
import { createBundleFolder } from './server/bundle-folder'
import { bundleRoutes } from './server/bundle-routes'
import { rebuildRoute } from './server/rebuilds'
import { wireRoute } from './server/wire'

/** What a preview shows and whom it talks to. */
export interface PreviewSettings {
  /** Folder of the mini-program, built or as its source, or of its project; it may come to exist later. */
  bundleDir: string
  simulatorUrl: string
  /** `host:port` → `host:port`, like a hosts file for the phone. */
  hosts?: Readonly<Record<string, string>>
}

const HERE = dirname(fileURLToPath(import.meta.url))
const text = (path: string) => readFileSync(join(HERE, path), 'utf8')

/** In the order in which they count. */
const STYLES = ['base', 'head', 'controls', 'observers', 'phone', 'problems', 'popups', 'narrow']

/** No code from elsewhere is ever loaded; pictures and fonts may be. */
const CONTENT_POLICY = [
  "default-src 'self'",
  // The bundle's code runs through `new Function`, inside the phone's frame only.
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  'img-src * data: blob:',
  'font-src * data:',
  'media-src *',
  "frame-ancestors 'self'",
].join('; ')

/** The HTTP server of a preview, not yet listening; `client` are the page's scripts by file name. For this machine only. */
export const createPreviewApp = async (
  { bundleDir, simulatorUrl, hosts = {} }: PreviewSettings,
  client: Readonly<Record<string, string>>,
): Promise<FastifyInstance> => {
  const app = fastify({ forceCloseConnections: true })
  const policy = `${CONTENT_POLICY}; connect-src 'self' ${simulatorUrl}`

  app.addHook('onRequest', loopbackOnly)

  const serve = (path: string, type: string, content: () => string) =>
    app.get(path, async (_request, reply) =>
      reply
        .headers({ 'cache-control': 'no-cache', 'content-security-policy': policy })
        .type(type)
        .send(content()),
    )
  serve('/', 'text/html; charset=utf-8', () => text('panel/index.html'))
  serve('/panel.css', 'text/css; charset=utf-8', () =>
    STYLES.map((name) => text(`panel/styles/${name}.css`)).join('\n'),
  )
  serve('/phone', 'text/html; charset=utf-8', () => text('../host/browser/phone.html'))
  serve('/phone.css', 'text/css; charset=utf-8', () => text('../host/browser/phone.css'))
  for (const [name, code] of Object.entries(client)) {
    serve(`/${name}`, 'text/javascript; charset=utf-8', () => code)
  }

  app.get('/config', async (): Promise<PreviewConfig> => ({ simulatorUrl }))
  await app.register(bundleRoutes(createBundleFolder(bundleDir)))
  await app.register(rebuildRoute(bundleDir))
  await app.register(wireRoute(createNetwork(hosts)))
  return app
}

import fastify, { type FastifyInstance } from 'fastify'
import { loopbackOnly } from '../control/loopback'
import { createNetwork } from '../wx/network/network'
import type { PreviewConfig } from './bundle'
import { createBundleFolder } from './server/bundle-folder'
import { bundleRoutes } from './server/bundle-routes'
import { CLIENT_FILES, type ClientFiles } from './server/client-files'
import { rebuildRoute } from './server/rebuilds'
import { wireRoute } from './server/wire'

/** What a preview shows and whom it talks to. */
export interface PreviewSettings {
  /** Folder of the mini-program, built or as its source, or of its project; it may come to exist later. */
  bundleDir: string
  /** Address of the simulator that the phone and the panel use. */
  simulatorUrl: string
  /** `host:port` → `host:port`, like a hosts file for the phone. */
  hosts?: Readonly<Record<string, string>>
}

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

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

/** Longest head of a request, in bytes: what the phone asks for travels in one line of it, with a query as long as it likes. */
const HEADER_LIMIT = 1024 * 1024

/** Under which path each file is found; the others under their names. */
const PATHS: Partial<Record<string, string>> = { 'index.html': '/', 'phone.html': '/phone' }

/**
 * The HTTP server of a preview, not yet listening; `client` are the files of its page, once they are loaded. For
 * this machine only. The mini-program is read at once, so that the first page does not wait for it.
 */
export const createPreviewApp = async (
  { bundleDir, simulatorUrl, hosts = {} }: PreviewSettings,
  client: Promise<ClientFiles>,
): Promise<FastifyInstance> => {
  const app = fastify({ forceCloseConnections: true, http: { maxHeaderSize: HEADER_LIMIT } })
  const policy = `${CONTENT_POLICY}; connect-src 'self' ${simulatorUrl}`

  app.addHook('onRequest', loopbackOnly)

  for (const name of CLIENT_FILES) {
    app.get(PATHS[name] ?? `/${name}`, async (_request, reply) =>
      reply
        .headers({ 'cache-control': 'no-cache', 'content-security-policy': policy })
        .type(TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain')
        .send((await client)[name]),
    )
  }

  app.get('/config', async (): Promise<PreviewConfig> => ({ simulatorUrl }))
  const folder = createBundleFolder(bundleDir)
  void folder.read()
  await app.register(bundleRoutes(folder))
  await app.register(rebuildRoute(bundleDir))
  await app.register(wireRoute(createNetwork(hosts)))
  return app
}

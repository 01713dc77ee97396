import type { FastifyInstance } from 'fastify'
import { watchFolder } from './watch'

/** `GET /rebuilds`: a stream of server-sent events, one named `rebuilt` for each finished build. */
export const rebuildRoute =
  (folder: string) =>
  async (app: FastifyInstance): Promise<void> => {
    app.get('/rebuilds', (request, reply) => {
      reply.hijack()
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache',
      })
      reply.raw.write('retry: 1000\n\n')
      const end = watchFolder(folder, () => reply.raw.write('event: rebuilt\ndata:\n\n'))
      request.raw.once('close', end)
    })
  }

import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { filesIn } from '../../host/node/files'

/** What a mini-program may show by path; scripts and styles reach the page translated, never as files. */
const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
}

/** `GET /bundle/<path>`: the pictures and sounds of the bundle in `folder`. */
export const assetRoute =
  (folder: string) =>
  async (app: FastifyInstance): Promise<void> => {
    app.get('/bundle/*', async (request, reply) => {
      const path = (request.params as { '*': string })['*']
      const type = TYPES[extname(path).toLowerCase()]
      // Only names that the folder itself lists: no way up and out of it.
      const known = existsSync(folder) && filesIn(folder).list().includes(path)
      if (type === undefined || !known) {
        return reply.code(404).send({ error: `The bundle has no picture or sound at "${path}".` })
      }
      return reply
        .header('cache-control', 'no-cache')
        .type(type)
        .send(readFileSync(join(folder, path)))
    })
  }

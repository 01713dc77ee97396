import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { BundleFolder } from './bundle-folder'

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

const numberOf = (text: string | undefined) => Math.max(Number.parseInt(text ?? '', 10) || 1, 1)

/**
 * `GET /bundle`: the mini-program, or 503 with the reason why there is none. `GET /bundle/<path>`: its pictures
 * and sounds. `GET /place?file=&line=&column=`: where that was written, with the lines around it.
 */
export const bundleRoutes =
  (folder: BundleFolder) =>
  async (app: FastifyInstance): Promise<void> => {
    app.get('/bundle', async (_request, reply) => {
      const reading = await folder.read()
      return reading.kind === 'bundle' ? reading.payload : reply.code(503).send(reading)
    })

    app.get('/bundle/*', async (request, reply) => {
      const path = (request.params as { '*': string })['*']
      const type = TYPES[extname(path).toLowerCase()]
      const file = type === undefined ? undefined : folder.pathOf(path)
      if (type === undefined || file === undefined) {
        return reply.code(404).send({ error: `The bundle has no picture or sound at "${path}".` })
      }
      return reply.header('cache-control', 'no-cache').type(type).send(readFileSync(file))
    })

    app.get('/place', async (request, reply) => {
      const { file = '', line, column } = request.query as Partial<Record<string, string>>
      const place = { file, line: numberOf(line), column: numberOf(column) }
      const written = folder.writtenPlace(place)
      return written ?? reply.code(404).send({ error: `The bundle has no file "${file}".` })
    })
  }

import { randomBytes } from 'node:crypto'
import { imageChecks } from '../../src/db/schema-files'
import { verdictsForFile } from '../kit/verdicts'

const { server, verdictOn } = verdictsForFile()

describe('a verdict that WeChat pushes', () => {
  it.each(['', 'x'.repeat(20_000), randomBytes(5_000).toString('hex')])(
    'a verdict is not kept under a trace that is none of WeChat: case %#',
    async (traceId) => {
      expect((await verdictOn(traceId, 'pass')).status).toBe(200)
      expect(await server.context.db.$count(imageChecks)).toBe(0)
    },
  )
})

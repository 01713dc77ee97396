import { LIMITS, consume } from '../src/security/limits'
import { serverForFile } from './kit/server-for-file'

const HOUR = 3_600_000

const { server } = serverForFile()

describe('a limit after the clock was set back', () => {
  it('a limit that was used before the clock was set back by an hour refuses no one until then', async () => {
    const limit = LIMITS.functionsPerUser
    const use = () => consume(server.context, limit, 'a user')
    for (let nth = 0; nth < limit.max; nth += 1) await use()
    await expect(use()).rejects.toMatchObject({ status: 429 })
    server.clock.advance(-HOUR)
    for (let nth = 0; nth < limit.max; nth += 1) await use()
    await expect(use()).rejects.toMatchObject({ status: 429 })
  })

  it('a limit counts on over clocks of two processes that differ by half a minute', async () => {
    const limit = LIMITS.functionsPerUser
    const use = () => consume(server.context, limit, 'another user')
    for (let nth = 0; nth < limit.max; nth += 1) await use()
    server.clock.advance(-30_000)
    await expect(use()).rejects.toMatchObject({ status: 429 })
  })
})

import { queryOnce, startPostgres } from '../../../server/test/kit/postgres'
import { startServerProcess } from '../../../server/test/kit/server-process'
import { openOurPhone } from '../differential/clients'
import { createPhone, type Phone } from './phone'
import { openWorld } from './world'

/** Two mini-programs of one developer: a server each, on one database, so that unionids meet. */
export interface TwoApps {
  /** A phone that opens the mini-program of the other tests. */
  readonly here: (person: string) => Phone
  /** The same, with our client on it. */
  readonly oursHere: (person: string) => ReturnType<typeof openOurPhone>
  /** A phone that opens the other mini-program. */
  readonly elsewhere: (person: string) => Phone
  /** Makes the user's unionid one of an Open Platform account that the developer has left since. */
  readonly leaveOpenPlatform: (userId: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts both on a PostgreSQL of their own, beside the WeChat of the other contract tests. */
export const startTwoApps = async (): Promise<TwoApps> => {
  const world = openWorld()
  const { wechat, clientId } = world
  const postgres = await startPostgres()
  const url = await postgres.createDatabase()
  const env = { DATABASE_URL: url, WECHAT_API_BASE: process.env['CONTRACT_SIMULATOR'] ?? '' }
  const [first, second] = await Promise.all([
    startServerProcess({ ...env, WECHAT_APPID: 'touristappid' }),
    startServerProcess({ ...env, WECHAT_APPID: 'wx0123456789abcdef' }),
  ])

  return {
    here: (person) => createPhone(person, { server: first.url, clientId, wechat }),
    oursHere: (person) => openOurPhone(world, person, { server: first.url }),
    elsewhere: (person) => createPhone(person, { server: second.url, clientId, wechat }),
    leaveOpenPlatform: async (userId) => {
      const change = `update users set wechat_unionid = 'of-an-old-one' where id = $1`
      await queryOnce(url, change, [userId])
    },
    stop: async () => {
      await Promise.all([first.stop(), second.stop()])
      await postgres.stop()
    },
  }
}

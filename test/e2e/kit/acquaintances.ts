import { connectSimulator } from '../../../simulator/index'

/** AppID of the bundle under test. */
const APPID = 'touristappid'

/**
 * Lets one test file meet people whom no other has met, as all share one WeChat and one database: rejects a person who
 * has logged in at the simulator at `origin` already when this file names them first.
 */
export const createAcquaintances = (origin: string): ((person: string) => Promise<void>) => {
  const wechat = connectSimulator(origin)
  const met = new Set<string>()
  return async (person) => {
    if (met.has(person)) return
    const { valid } = await wechat.checkSession({ person, appid: APPID })
    if (valid) {
      throw new Error(`Another test file has met ${person}: give this person another name.`)
    }
    met.add(person)
  }
}

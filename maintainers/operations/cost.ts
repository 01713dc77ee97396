import { ourPhones, sdkPhones } from '../../test/contract/differential/clients'
import type { RecordingProxy } from '../../test/contract/differential/proxy'
import type { World } from '../../test/contract/kit/world'
import { memorySdkStorage } from '../../test/kit/memory-sdk-storage'
import { memoryStorage } from '../../test/kit/memory-storage'
import { CountingMap } from './counting'
import type { Operation } from './stories'

interface Cost {
  readonly requests: number
  /** Calls of the phone's storage that someone waits for. */
  readonly storage: number
  /** Calls afterwards, off the launch path. */
  readonly later: number
}

/** What one operation costs each client. */
export interface Costs {
  readonly name: string
  readonly ours: Cost
  readonly sdk: Cost
}

/** One row of the table: the operation; requests, ours and the SDK's; storage calls, ours, later, and the SDK's. */
export const cellsOf = ({ name, ours, sdk }: Costs): readonly (string | number)[] => [
  name,
  ours.requests,
  sdk.requests,
  ours.storage,
  ours.later,
  sdk.storage,
]

/** Counts an operation as both clients do it, each on a phone of its own, through a proxy that counts. */
export const costsOf = async (
  world: World,
  proxy: RecordingProxy,
  operation: Operation,
): Promise<Costs> => {
  const sdk = await costOfSdk(world, proxy, operation)
  const ours = await costOfOurs(world, proxy, operation)
  return { name: operation.name, ours, sdk }
}

const personOf = (client: string, { name }: Operation) => `${client} ${name}`.replace(/\W+/g, '-')

/** Lets what was put off for the next moment happen. */
const rest = () => new Promise((done) => setImmediate(done))

const costOfSdk = async (
  world: World,
  proxy: RecordingProxy,
  operation: Operation,
): Promise<Cost> => {
  const person = personOf('sdk', operation)
  const storage = new CountingMap()
  const open = () => sdkPhones(world)(person, { server: proxy.url, storage })
  let phone = open()
  await operation.before(phone, person)
  if (operation.relaunched) phone = open()
  await rest()
  proxy.take()
  storage.reset()
  await operation.run(phone, person, world.wechat)
  await rest()
  return { requests: proxy.take().length, storage: storage.reads + storage.writes, later: 0 }
}

const costOfOurs = async (
  world: World,
  proxy: RecordingProxy,
  operation: Operation,
): Promise<Cost> => {
  const person = personOf('our', operation)
  const stores = { storage: memoryStorage(), sdkStorage: memorySdkStorage() }
  const open = () => ourPhones(world, () => stores)(person, { server: proxy.url })
  const total = (calls: Readonly<Record<string, number>>) =>
    Object.values(calls).reduce((sum, count) => sum + count, 0)
  let phone = open()
  await operation.before(phone, person)
  await rest()
  const before = [total(stores.storage.calls), total(stores.sdkStorage.calls)] as const
  proxy.take()
  if (operation.relaunched) {
    // A launch restores the session by itself; there is nothing to call.
    phone = open()
    await phone.BaaS.login(false)
  } else {
    await operation.run(phone, person, world.wechat)
  }
  const storage = total(stores.storage.calls) - before[0]
  await rest()
  const later = total(stores.sdkStorage.calls) - before[1]
  return { requests: proxy.take().length, storage, later }
}

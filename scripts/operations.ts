import { writeFile } from 'node:fs/promises'
import { format } from 'prettier'
import { ourPhones, sdkPhones } from '../test/contract/differential/clients'
import { startRecordingProxy, type RecordingProxy } from '../test/contract/differential/proxy'
import { openWorld, type World } from '../test/contract/kit/world'
import { memorySdkStorage, memoryStorage } from '../test/kit/memory-storage'
import endWorld from '../test/setup/contract-end'
import startWorld from '../test/setup/contract'
import { CountingMap } from './operations/counting'
import { operations, type Operation } from './operations/stories'

const FILE = 'docs/operations.md'

interface Cost {
  requests: number
  /** Calls of the phone's storage that somebody waits for. */
  storage: number
  /** Calls afterwards, off the launch path. */
  later: number
}

/** Lets what was put off for the next moment happen. */
const rest = () => new Promise((done) => setTimeout(done, 20))

async function costOfTheirs(world: World, proxy: RecordingProxy, operation: Operation) {
  const person = `sdk ${operation.name}`.replace(/\W+/g, '-')
  const storage = new CountingMap()
  const open = () => sdkPhones(world)(person, { server: proxy.url, storage })
  let phone = open()
  await operation.before(phone, person)
  if (operation.relaunched) phone = open()
  await rest()
  proxy.take()
  storage.reset()
  await operation.run(phone, person, world.desk)
  await rest()
  return { requests: proxy.take().length, storage: storage.reads + storage.writes, later: 0 }
}

async function costOfOurs(
  world: World,
  proxy: RecordingProxy,
  operation: Operation,
): Promise<Cost> {
  const person = `our ${operation.name}`.replace(/\W+/g, '-')
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
    await operation.run(phone, person, world.desk)
  }
  const storage = total(stores.storage.calls) - before[0]
  await rest()
  const later = total(stores.sdkStorage.calls) - before[1]
  return { requests: proxy.take().length, storage, later }
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

async function main(): Promise<void> {
  await startWorld()
  const world = openWorld()
  const proxy = await startRecordingProxy(world.server)
  const rows: string[] = []
  for (const operation of operations) {
    const theirs = await costOfTheirs(world, proxy, operation)
    const ours = await costOfOurs(world, proxy, operation)
    const costs = [ours.requests, theirs.requests, ours.storage, ours.later, theirs.storage]
    rows.push(row([operation.name, ...costs]))
  }
  await proxy.close()
  await endWorld()

  const page = [
    '# What operations cost',
    '',
    'Counted, not estimated: `npx tsx scripts/operations.ts` runs our client and the genuine minapp-sdk 3.23.6',
    'against this server and this simulator, and writes this page. “Later” is storage work off the launch path:',
    'the keys that minapp-sdk would look for, so that both can live in one project.',
    '',
    row(['operation', 'requests, ours', 'SDK', 'storage calls, ours', 'later', 'SDK']),
    row(['---', '--:', '--:', '--:', '--:', '--:']),
    ...rows,
    '',
    'N requests that meet a 401 at once cost N + 1 + N with ours, however large N is; with the SDK and `autoLogin`',
    'the same, but a late one costs another login (W9), and without `autoLogin` nothing is renewed.',
    '',
  ]
  await writeFile(FILE, await format(page.join('\n'), { parser: 'markdown' }))
  process.stdout.write(`${page.slice(7).join('\n')}\n`)
}

void main()

import { writeFile } from 'node:fs/promises'
import { startRecordingProxy } from '../../test/contract/differential/proxy'
import { openWorld } from '../../test/contract/kit/world'
import endWorld from '../../test/setup/contract-end'
import startWorld from '../../test/setup/contract'
import { costsOf, type Costs } from './cost'
import { operationsPage } from './page'
import { operations } from './stories'

const FILE = 'docs/operations.md'

/** Counts what every operation costs both clients, and writes the table. */
const main = async (): Promise<void> => {
  await startWorld()
  const world = openWorld()
  const proxy = await startRecordingProxy(world.server)
  const costs: Costs[] = []
  for (const operation of operations) costs.push(await costsOf(world, proxy, operation))
  await proxy.close()
  await endWorld()

  const page = await operationsPage(costs)
  await writeFile(FILE, page)
  process.stdout.write(page)
}

void main()

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launch, startSimulator } from '../../simulator/index'
import { plays, type Play } from './plays'

const HERE = fileURLToPath(new URL('.', import.meta.url))

/** Builds the app with the compiler of its framework; throws with what to run when that is not installed. */
const build = (folder: string) => {
  if (!existsSync(join(folder, 'node_modules'))) {
    throw new Error(`${folder} is not installed: run npm install --ignore-scripts there.`)
  }
  execFileSync('npm', ['run', 'build'], { cwd: folder, stdio: 'pipe' })
}

/** Plays on the simulator; returns what differs, one sentence each. */
const play = async ({ framework, bundle, steps }: Play): Promise<readonly string[]> => {
  const folder = join(HERE, framework)
  build(folder)
  const simulator = await startSimulator({ port: 0 })
  const app = await launch(join(folder, bundle), { person: 'judge', simulator: simulator.url })
  const faults: string[] = []
  for (const [index, { act, shows }] of steps.entries()) {
    await act(app)
    for (const [id, wanted] of Object.entries(shows)) {
      const shown = app.has(id) ? app.text(id) : 'nothing'
      if (shown !== wanted) faults.push(`step ${index + 1}: #${id} shows ${shown}, not ${wanted}`)
    }
  }
  faults.push(...app.errors.map(({ where, error }) => `${where}: ${String(error)}`))
  app.close()
  await simulator.close()
  return faults
}

const main = async () => {
  for (const one of plays) {
    const faults = await play(one)
    const result = faults.length === 0 ? `${one.steps.length} steps as expected` : faults.join('\n')
    process.stdout.write(`${one.framework}: ${result}\n`)
    if (faults.length > 0) process.exitCode = 1
  }
}

void main()

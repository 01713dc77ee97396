import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFloorCheck } from './floor/faults'
import { floorOf } from './floor/floor-of'

const BUNDLE = 'dist/weapp'

/** Fails when the built bundle uses what some engine of .browserslistrc lacks: `npm run build:weapp` first. */
const main = () => {
  const faultsIn = createFloorCheck(floorOf('.browserslistrc'))
  const scripts = readdirSync(BUNDLE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  )
  if (scripts.length === 0) {
    throw new Error(`${BUNDLE} holds no scripts: run npm run build:weapp first.`)
  }
  for (const file of scripts) {
    for (const fault of faultsIn(readFileSync(join(BUNDLE, file), 'utf8'))) {
      process.stderr.write(`${file}: ${fault}\n`)
      process.exitCode = 1
    }
  }
}

main()

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { taroBuild } from '../../scripts/build/taro'
import { buildEmptyApp } from './empty-app'
import { measure, totalBytes } from '../../scripts/build/measure'

const OURS = 'dist/weapp'
const KIB = 1024

/** Issue figures: what the app may weigh beyond an empty Taro + React app of the same run. */
const LIMITS = { main: 70 * KIB, whole: 140 * KIB }

const print = (line: string) => void process.stdout.write(`${line}\n`)
const column = (value: string | number) => String(value).padStart(10)

const rootsOfSubPackages = (folder: string): string[] => {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as {
    subPackages?: ReadonlyArray<{ root: string }>
  }
  return (app.subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`)
}

async function main(): Promise<void> {
  const empty = totalBytes(measure(await buildEmptyApp()))
  await taroBuild({ appFolder: '.', type: 'weapp', output: OURS })
  const files = measure(OURS)
  const roots = rootsOfSubPackages(OURS)
  const inMain = files.filter(({ path }) => !roots.some((root) => path.startsWith(root)))
  const sizes = { main: totalBytes(inMain), whole: totalBytes(files) }

  print(`${column('bytes')}${column('gzip')}  file`)
  for (const file of files) print(`${column(file.bytes)}${column(file.gzipBytes)}  ${file.path}`)
  print(`${column(empty)}${column('')}  an empty Taro + React app, same settings`)
  for (const part of ['main', 'whole'] as const) {
    const added = sizes[part] - empty
    print(`${column(sizes[part])}${column(`+${added}`)}  ${part} package (limit +${LIMITS[part]})`)
    if (added <= LIMITS[part]) continue
    process.stderr.write(
      `The ${part} package is too large: ${added} bytes beyond an empty app are more than ${LIMITS[part]}.\n`,
    )
    process.exitCode = 1
  }
}

void main()

import { taroBuild } from './build/taro'
import { buildEmptyApp } from './size/empty-app'
import { measure, totalBytes } from './size/measure'

/** Issue figure: the whole bundle against an empty Taro + React app of the same run. */
const LIMIT_RATIO = 1.15
const OURS = 'dist/weapp'

const print = (line: string) => void process.stdout.write(`${line}\n`)
const column = (value: string | number) => String(value).padStart(10)

async function main(): Promise<void> {
  const empty = totalBytes(measure(await buildEmptyApp()))
  await taroBuild({ appFolder: '.', type: 'weapp', output: OURS })
  const files = measure(OURS)
  const total = totalBytes(files)
  const ratio = total / empty

  print(`${column('bytes')}${column('gzip')}  file`)
  for (const file of files) print(`${column(file.bytes)}${column(file.gzipBytes)}  ${file.path}`)
  print(`${column(total)}${column('')}  total`)
  print(`${column(empty)}${column('')}  an empty Taro + React app, same settings`)
  print(`${column(ratio.toFixed(3))}${column('')}  ratio (limit ${LIMIT_RATIO})`)
  if (ratio > LIMIT_RATIO) {
    process.stderr.write(
      `The bundle is too large: ${total} bytes are more than ${LIMIT_RATIO} × ${empty}.\n`,
    )
    process.exitCode = 1
  }
}

void main()

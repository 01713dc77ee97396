import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { runMain } from './code/run-main'
import { paletteOutputs } from './palette/outputs'
import { readPalette } from './palette/read-palette'

const files = {
  paths: () =>
    existsSync('server/src')
      ? readdirSync('server/src', { recursive: true, encoding: 'utf8' }).map(
          (path) => `server/src/${path.replaceAll('\\', '/')}`,
        )
      : [],
  has: existsSync,
  read: (path: string) => readFileSync(path, 'utf8'),
}

/** `npm run palette`: brings every file that shows the palette up to palette.json. */
const main = async () => {
  for (const [path, content] of await paletteOutputs(files, readPalette())) {
    if (readFileSync(path).equals(Buffer.from(content))) continue
    writeFileSync(path, content)
    process.stdout.write(`${path}\n`)
  }
}

runMain(main)

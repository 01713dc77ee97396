import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { paletteOutputs } from './palette/outputs'
import { PALETTE, type Palette } from './palette/palette'

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
  const palette = JSON.parse(files.read(PALETTE)) as Palette
  for (const [path, content] of await paletteOutputs(files, palette)) {
    if (readFileSync(path).equals(Buffer.from(content))) continue
    writeFileSync(path, content)
    process.stdout.write(`${path}\n`)
  }
}

void main()

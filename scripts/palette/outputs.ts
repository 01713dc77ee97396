import { drawIcons, ICONS } from './icons'
import { paintApp, paintServer, themeJson, type Palette } from './palette'

interface Files {
  readonly paths: () => string[]
  readonly has: (path: string) => boolean
  readonly read: (path: string) => string
}

const STYLES = 'src/app.scss'
const SERVER_PAGES = /^server\/src\/.*pages.*\.ts$/

/** Every file that shows the palette, as it has to be: by path, its whole content. */
export const paletteOutputs = async (
  files: Files,
  palette: Palette,
): Promise<ReadonlyMap<string, string | Buffer>> => {
  const outputs = new Map<string, string | Buffer>()
  outputs.set(STYLES, paintApp(files.read(STYLES), palette))
  outputs.set('src/theme.json', themeJson(palette))
  for (const path of files.paths().filter((it) => SERVER_PAGES.test(it))) {
    const text = files.read(path)
    const painted = paintServer(text, palette)
    if (painted !== text) outputs.set(path, painted)
  }
  for (const [path, picture] of await drawIcons(files.read(ICONS), palette)) {
    outputs.set(path, picture)
  }
  return outputs
}

import sharp from 'sharp'
import type { Palette } from './palette'

/** Where the drawings of the tab bar are: a group `ID` and a group `ID-on` for each picture. */
export const ICONS = 'src/assets/icons.svg'

const SIDE_PX = 81
const COLOURS = 4

const groupIn = (svg: string, id: string): string | undefined =>
  new RegExp(`<g id="${id}"[^]*?</g>`).exec(svg)?.[0]

/** The names of the drawings. */
const iconNames = (svg: string): string[] =>
  [...svg.matchAll(/<g id="([\w-]+)"/g)].flatMap(([, id = '']) => (id.endsWith('-on') ? [] : [id]))

/** Draws one picture as WeChat takes it: a PNG with a side of 81 pixels. `currentColor` becomes `colour`. */
const draw = (svg: string, id: string, colour: string): Promise<Buffer> => {
  const group = groupIn(svg, id)
  if (group === undefined) throw new Error(`${ICONS} has no group "${id}".`)
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE_PX}" height="${SIDE_PX}" viewBox="0 0 81 81">${group.replaceAll('currentColor', colour)}</svg>`
  return sharp(Buffer.from(picture))
    .png({ palette: true, colours: COLOURS, compressionLevel: 9, effort: 10 })
    .toBuffer()
}

/** The pictures of the tab bar, by the names of their files. */
export const drawIcons = async (
  svg: string,
  { icons }: Palette,
): Promise<ReadonlyMap<string, Buffer>> => {
  const pictures = new Map<string, Buffer>()
  for (const id of iconNames(svg)) {
    pictures.set(`src/assets/tab-${id}.png`, await draw(svg, id, icons.idle))
    pictures.set(`src/assets/tab-${id}-on.png`, await draw(svg, `${id}-on`, icons.on))
  }
  return pictures
}

import { readJson } from '../code/read-json'
import { PALETTE, type Palette } from './palette'

type Fields = Readonly<Record<string, unknown>>

/** What each part needs: WeChat's bars are painted in these. */
const NEEDED = {
  light: ['background', 'surface', 'ink-soft', 'accent'],
  dark: ['background', 'surface', 'ink-soft', 'accent'],
  icons: ['idle', 'on'],
} as const

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

const faultsIn = (palette: Fields): string[] =>
  Object.entries(NEEDED).flatMap(([part, needed]) => {
    const colours = fieldsOf(palette[part])
    const names = [...new Set([...needed, ...Object.keys(colours)])]
    // Another spelling would be written once and never found again: a colour in a style sheet is known by its "#".
    return names
      .filter((name) => !/^#[0-9a-f]{6}$/i.test(String(colours[name])))
      .map((name) => {
        const value = JSON.stringify(colours[name]) ?? 'missing'
        return `"${part}.${name}" in ${PALETTE} is written #rrggbb, such as #0b7548; it is ${value}.`
      })
  })

/** Reads palette.json; throws one sentence a line for what is no colour there. @param path where it is */
export const readPalette = (path: string = PALETTE): Palette => {
  const palette = readJson(path)
  const faults = faultsIn(fieldsOf(palette))
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return palette as Palette
}

import { readFileSync } from 'node:fs'

const css = readFileSync('src/app.scss', 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

const palette = (part: string) =>
  Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  )

/** Relative luminance (WCAG 2.2, definition). */
const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string) => {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (brighter + 0.05) / (darker + 0.05)
}

const AA_TEXT = 4.5
const AA_SHAPES = 3

const TEXT_ON_GROUND = [
  ['ink', 'background'],
  ['ink', 'surface'],
  ['ink', 'sunken'],
  ['ink-soft', 'background'],
  ['ink-soft', 'surface'],
  ['accent', 'surface'],
  ['accent', 'background'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['warn', 'warn-soft'],
  ['danger', 'danger-soft'],
  ['danger', 'surface'],
]

describe.each([
  ['light', palette(light)],
  ['dark', palette(dark)],
])('the %s palette', (_theme, colours) => {
  const of = (name = '') => {
    const colour = colours[name]
    if (colour === undefined) throw new Error(`app.scss has no colour --${name}.`)
    return colour
  }

  it.each(TEXT_ON_GROUND)('lets %s be read on %s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(AA_TEXT)
  })

  it('lets the edge of a field be seen', () => {
    expect(contrast(of('field-line'), of('surface'))).toBeGreaterThanOrEqual(AA_SHAPES)
  })
})

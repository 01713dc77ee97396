import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contrast } from '../../scripts/palette/contrast'
import { inBrandColour } from '../../scripts/palette/derive'
import { paletteOutputs } from '../../scripts/palette/outputs'
import { readPalette } from '../../scripts/palette/read-palette'
import { projectOf, removeProjects } from './kit/project'

afterAll(removeProjects)

const read = (path: string) => readFileSync(path, 'utf8')
const palette = readPalette()
const files = {
  has: existsSync,
  read,
  paths: () =>
    existsSync('server/src')
      ? readdirSync('server/src', { recursive: true, encoding: 'utf8' }).map(
          (path) => `server/src/${path}`,
        )
      : [],
}

describe('palette.json', () => {
  it('palette.json is what style sheets, WeChat’s bars and the server’s pages show (else: npm run palette)', async () => {
    for (const [path, content] of await paletteOutputs(files, palette)) {
      if (typeof content === 'string') expect([path, content]).toEqual([path, read(path)])
      else expect(existsSync(path)).toBe(true)
    }
  })
})

describe.each([...['#1a73e8', '#ffcc00', '#000000', '#ffffff', '#e91e63', '#00ff00', '#7f7f7f']])(
  'a brand in %s',
  (brand) => {
    const { light, dark, icons } = inBrandColour(palette, brand)

    it.each([
      ['light', light],
      ['dark', dark],
    ])(
      'a brand can be read in the %s theme, on every ground and with words on it',
      (_theme, colours) => {
        const { accent = '', background = '', surface = '', sunken = '' } = colours
        for (const ground of [background, surface, sunken, colours['accent-soft'] ?? '']) {
          expect(contrast(accent, ground)).toBeGreaterThanOrEqual(4.5)
        }
        expect(contrast(accent, colours['on-accent'] ?? '')).toBeGreaterThanOrEqual(4.5)
      },
    )

    it('a brand can be seen on both tab bars', () => {
      expect(contrast(icons.on, light['surface'] ?? '')).toBeGreaterThanOrEqual(3)
      expect(contrast(icons.on, dark['surface'] ?? '')).toBeGreaterThanOrEqual(3)
    })
  },
)

describe('a palette that is no palette', () => {
  const said = (text: string) => {
    const path = join(projectOf({ 'palette.json': text }), 'palette.json')
    try {
      readPalette(path)
      return 'taken'
    } catch (error) {
      return String(error)
    }
  }

  it.each(['yellow', 'rgb(1, 2, 3)', '#fff', '#1a73e8ff', '', 7, null])(
    'a palette that is no palette is refused by the name of the colour: %j',
    (accent) => {
      const changed = { ...palette, dark: { ...palette.dark, accent } }
      expect(said(JSON.stringify(changed))).toBe(
        `Error: "dark.accent" in palette.json is written #rrggbb, such as #0b7548; it is ${JSON.stringify(accent)}.`,
      )
    },
  )

  it('a palette that is no palette is refused when a colour is missing, and when it is no JSON', () => {
    const light = { ...palette.light, surface: undefined }
    expect(said(JSON.stringify({ ...palette, light }))).toMatch(
      /"light\.surface" .+ it is missing\.$/,
    )
    expect(said('{')).toMatch(/palette\.json is no file of JSON/)
    expect(said('[]').split('\n')).toHaveLength(10)
  })
})

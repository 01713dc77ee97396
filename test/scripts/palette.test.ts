import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { contrast } from '../../scripts/palette/contrast'
import { inBrandColour } from '../../scripts/palette/derive'
import { paletteOutputs } from '../../scripts/palette/outputs'
import { type Palette } from '../../scripts/palette/palette'

const read = (path: string) => readFileSync(path, 'utf8')
const palette = JSON.parse(read('palette.json')) as Palette
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

/** @jest-environment node */
import { readFileSync } from 'node:fs'
import { contrast } from '../../kit/contrast'
import { paintedRules } from '../../kit/painted'

const [light = '', dark = ''] = readFileSync('src/app.scss', 'utf8').split(
  '@media (prefers-color-scheme: dark)',
)
const bars = JSON.parse(readFileSync('src/theme.json', 'utf8'))

const palette = (part: string) =>
  Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  )

const AA_TEXT = 4.5
const AA_SHAPES = 3

/** Where text stands that brings no ground of its own: on the page, on a card, on a row while it is pressed. */
const GROUNDS = ['background', 'surface', 'sunken']

/** What is painted without holding text. The first kind carries information, the second only decorates. */
const SIGNS = ['.session-dot', '.session-member .session-dot', '.session-unlinked .session-dot']
const DECORATION = ['.sheet-shade', '.skeleton-line', '.cell + .cell::before']

const rules = paintedRules()
const withText = rules.filter(({ selector }) => ![...SIGNS, ...DECORATION].includes(selector))

/** Every text on every ground it can stand on. What is disabled is exempt (WCAG 2.2, 1.4.3), and only fades. */
const pairs = new Map(
  withText.flatMap(({ text = 'ink', ground }) =>
    (ground === undefined ? GROUNDS : [ground]).map(
      (below) => [`${text} on ${below}`, [text, below]] as const,
    ),
  ),
)

it('every sign and pair of colours that the contrast rules name is in the style sheets', () => {
  const painted = rules.map(({ selector }) => selector)
  expect(painted).toEqual(expect.arrayContaining([...SIGNS, ...DECORATION]))
  expect([...pairs.keys()]).toEqual(
    expect.arrayContaining(['on-accent on accent', 'ink-soft on surface', 'warn on warn-soft']),
  )
})

describe.each([
  ['light', palette(light), bars.light],
  ['dark', palette(dark), bars.dark],
])('the %s palette', (_theme, colours, bar) => {
  const of = (name = '') => {
    const colour = colours[name]
    if (colour === undefined) throw new Error(`app.scss has no colour --${name}.`)
    return colour
  }

  it.each([...pairs.values()])('the palette lets %s be read on %s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(AA_TEXT)
  })

  it.each(['field-line', 'accent', 'warn', 'danger'])(
    'the palette lets %s be seen as an edge or a sign',
    (name) => {
      expect(contrast(of(name), of('surface'))).toBeGreaterThanOrEqual(AA_SHAPES)
    },
  )

  it('the palette is that of WeChat’s own bars, whose words can be read, too', () => {
    expect(bar).toMatchObject({
      navBackground: of('background'),
      background: of('background'),
      tabBackground: of('surface'),
      tabText: of('ink-soft'),
      tabSelected: of('accent'),
    })
    const title = bar.navText === 'black' ? '#000000' : '#ffffff'
    expect(contrast(title, bar.navBackground)).toBeGreaterThanOrEqual(AA_TEXT)
  })
})

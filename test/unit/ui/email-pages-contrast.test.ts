/** @jest-environment node */
import { readFileSync } from 'node:fs'
import { contrast } from '../../kit/contrast'
import { paintedIn } from '../../kit/painted'

const AA_TEXT = 4.5
const AA_SHAPES = 3

/** What the palette of src/app.scss calls them; the others have the same name there. */
const IN_THE_APP: Readonly<Record<string, string>> = { soft: 'ink-soft', line: 'field-line' }

const DARK = '@media (prefers-color-scheme: dark)'
const inFull = (hex: string) => (hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex)
const colours = (css: string) =>
  new Map(
    [...css.matchAll(/--([\w-]+): (#[0-9a-f]{3,6})/g)].map(([, name = '', hex = '']) => [
      name,
      inFull(hex),
    ]),
  )
const themes = (css: string) => {
  const [light = '', rest = ''] = css.split(DARK)
  return { light: colours(light), dark: colours(rest.split('\n\n')[0] ?? '') }
}

/** The style sheet inside the pages that e-mails link to where there is no web build. */
const [, style = ''] =
  /const STYLE = `([^`]+)`/.exec(readFileSync('server/src/routes/email-pages.ts', 'utf8')) ?? []
const own = themes(style.replace(/\n\*/, '\n\n*'))
const app = themes(readFileSync('src/app.scss', 'utf8'))

const GROUNDS = ['background', 'surface']
const pairs = new Map(
  paintedIn(style).flatMap(({ text = 'ink', ground }) =>
    (ground === undefined ? GROUNDS : [ground]).map(
      (below) => [`${text} on ${below}`, [text, below]] as const,
    ),
  ),
)

it('the colours of the pages that mails link to are all found', () => {
  expect([...pairs.keys()]).toEqual(
    expect.arrayContaining(['soft on surface', 'on-accent on accent', 'warn on background']),
  )
})

describe.each(['light', 'dark'] as const)('the %s page that a mail links to', (theme) => {
  const of = (name: string) => {
    const colour = own[theme].get(name) ?? own.light.get(name)
    if (colour === undefined) throw new Error(`email-pages.ts has no colour --${name}.`)
    return colour
  }

  it.each([...pairs.values()])(
    'the page that a mail links to lets %s be read on %s',
    (text, ground) => {
      expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(AA_TEXT)
    },
  )

  it('the page that a mail links to lets the edge of a field be seen', () => {
    expect(contrast(of('line'), of('surface'))).toBeGreaterThanOrEqual(AA_SHAPES)
  })

  it.each([...own.light.keys()])(
    'the page that a mail links to paints %s as the app does',
    (name) => {
      expect(of(name)).toBe(app[theme].get(IN_THE_APP[name] ?? name))
    },
  )
})

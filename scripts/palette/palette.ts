/** Colours `#rrggbb` by name. */
export type Colours = Readonly<Record<string, string>>

/** palette.json: the one source of the colours of the app, of WeChat's bars, of the server's pages and of the icons. */
export interface Palette {
  readonly light: Colours
  readonly dark: Colours
  /** The pictures of the tab bar: one each for both themes. */
  readonly icons: { readonly idle: string; readonly on: string }
}

export const PALETTE = 'palette.json'

const DARK = '@media (prefers-color-scheme: dark)'

const inFull = (hex: string) => (hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex)

/** What the server's pages call them; the other names are the same. */
const OTHER_NAMES: Readonly<Record<string, string>> = { soft: 'ink-soft', line: 'field-line' }

const painted = (css: string, colours: Colours, rename: Readonly<Record<string, string>>): string =>
  css.replace(/--([\w-]+): (#[0-9a-f]{3,6})\b/gi, (found, name: string, hex: string) => {
    const colour = colours[rename[name] ?? name]
    return colour === undefined || colour === inFull(hex) ? found : `--${name}: ${colour}`
  })

const inBothThemes = (
  css: string,
  { light, dark }: Palette,
  rename: Readonly<Record<string, string>>,
): string => {
  const at = css.indexOf(DARK)
  return at < 0
    ? painted(css, light, rename)
    : painted(css.slice(0, at), light, rename) + painted(css.slice(at), dark, rename)
}

/** A style sheet of the app with the palette's colours in place of its own. */
export const paintApp = (scss: string, palette: Palette): string => inBothThemes(scss, palette, {})

/** The style sheet inside the server's pages, likewise. */
export const paintServer = (source: string, palette: Palette): string =>
  inBothThemes(source, palette, OTHER_NAMES)

const bars = (colours: Colours, text: 'black' | 'white') => ({
  navBackground: colours['background'],
  navText: text,
  background: colours['background'],
  backgroundText: text === 'black' ? 'dark' : 'light',
  tabText: colours['ink-soft'],
  tabSelected: colours['accent'],
  tabBackground: colours['surface'],
  tabBorder: text,
})

/** theme.json: the colours of WeChat's own bars. */
export const themeJson = ({ light, dark }: Palette): string =>
  `${JSON.stringify({ light: bars(light, 'black'), dark: bars(dark, 'white') }, null, 2)}\n`

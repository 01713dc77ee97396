import { contrast, mix } from './contrast'
import type { Colours, Palette } from './palette'

const AA_TEXT = 4.5
const AA_SHAPES = 3
const STEP = 0.02
const BLACK = '#000000'
const WHITE = '#ffffff'

/** The first mixture of a colour towards another that satisfies a condition; the other colour always does. */
const until = (colour: string, towards: string, holds: (mixed: string) => boolean): string => {
  for (let share = 0; share < 1; share += STEP) {
    const mixed = mix(colour, towards, share)
    if (holds(mixed)) return mixed
  }
  return towards
}

const isReadable = (colour: string, grounds: readonly string[]) =>
  grounds.every((ground) => contrast(colour, ground) >= AA_TEXT)

const groundsOf = (colours: Colours): string[] =>
  ['background', 'surface', 'sunken'].flatMap((name) => colours[name] ?? [])

const light = (brand: string, colours: Colours): Colours => {
  const grounds = groundsOf(colours)
  const soft = (accent: string) => mix(accent, WHITE, 0.9)
  const accent = until(brand, BLACK, (it) => isReadable(it, [...grounds, WHITE, soft(it)]))
  return { ...colours, accent, 'accent-soft': soft(accent), 'on-accent': WHITE }
}

const dark = (brand: string, colours: Colours): Colours => {
  const grounds = groundsOf(colours)
  const soft = (accent: string) => mix(accent, colours['background'] ?? BLACK, 0.82)
  const onto = (accent: string) => mix(accent, BLACK, 0.92)
  const accent = until(brand, WHITE, (it) => isReadable(it, [...grounds, soft(it), onto(it)]))
  return { ...colours, accent, 'accent-soft': soft(accent), 'on-accent': onto(accent) }
}

/** One picture serves both themes, so its colour must be seen on both tab bars. */
const icon = (brand: string, { light, dark }: Palette): string => {
  const bars = [light['surface'] ?? WHITE, dark['surface'] ?? BLACK]
  const isSeen = (it: string) => bars.every((bar) => contrast(it, bar) >= AA_SHAPES)
  const towards = contrast(brand, bars[0] ?? WHITE) < AA_SHAPES ? BLACK : WHITE
  return until(brand, towards, isSeen)
}

/**
 * The palette in a brand's colour `#rrggbb`, for both themes: as it is where text in it and on it can be read
 * (4.5 : 1), else darker in the light theme and lighter in the dark one.
 */
export const inBrandColour = (palette: Palette, brand: string): Palette => ({
  light: light(brand, palette.light),
  dark: dark(brand, palette.dark),
  icons: { ...palette.icons, on: icon(brand, palette) },
})

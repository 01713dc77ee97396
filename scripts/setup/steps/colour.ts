import { inBrandColour } from '../../palette/derive'
import { paletteOutputs } from '../../palette/outputs'
import { PALETTE, type Palette } from '../../palette/palette'
import type { Tree } from '../../code/tree'

/**
 * Paints the project in its brand's colour.
 * @returns what a person should know: where the colour itself could not be read, and what stands in its place
 */
export const paint = async (tree: Tree, colour: string): Promise<string[]> => {
  const before = JSON.parse(tree.read(PALETTE)) as Palette
  if (before.light['accent'] === colour) return []
  const palette = inBrandColour(before, colour)
  tree.write(PALETTE, `${JSON.stringify(palette, null, 2)}\n`)
  for (const [path, content] of await paletteOutputs(tree, palette)) tree.write(path, content)
  const themes = [
    ['light', palette.light['accent']],
    ['dark', palette.dark['accent']],
  ] as const
  return themes
    .filter(([, accent]) => accent !== colour)
    .map(
      ([theme, accent]) =>
        `The ${theme} theme uses ${accent}: text in ${colour} cannot be read there (4.5 : 1).`,
    )
}

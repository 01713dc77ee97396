import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'postcss'
import { compile } from 'sass'

/** What one rule of our styles paints with the palette: names of its variables, without the dashes. */
export interface Painted {
  readonly selector: string
  readonly ground: string | undefined
  readonly text: string | undefined
}

const nameIn = (value: string | undefined) => value?.match(/^var\(--([\w-]+)\)$/)?.[1]

/** Every stylesheet below `src`, by its path from there. */
export const styleSheets = (): string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.scss'))

/** Takes the path of a stylesheet below `src`; returns it as plain CSS. */
export const cssOf = (sheet: string): string => compile(join('src', sheet)).css

/** Every rule of plain CSS that takes a ground or a colour of text from its variables. */
export const paintedIn = (css: string): Painted[] => {
  const found: Painted[] = []
  parse(css).walkRules(({ selector, nodes }) => {
    const declared = new Map<string, string>()
    for (const node of nodes) if (node.type === 'decl') declared.set(node.prop, node.value)
    const ground = nameIn(declared.get('background'))
    const text = nameIn(declared.get('color'))
    if (ground !== undefined || text !== undefined) found.push({ selector, ground, text })
  })
  return found
}

/** The same of all our styles, which take theirs from the palette. */
export const paintedRules = (): Painted[] =>
  styleSheets().flatMap((sheet) => paintedIn(cssOf(sheet)))

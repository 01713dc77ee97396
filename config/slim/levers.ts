import { baseLevel } from './base-level'
import { behaviors } from './behaviors'
import { bom } from './bom'
import { componentTable } from './component-table'
import { fiberNames } from './fiber-names'
import { innerHtml } from './inner-html'
import type { Lever } from './lever'
import { namedImport } from './named-import'
import { reconciler } from './reconciler'
import { screenReaders } from './screen-readers'
import { styleNames } from './style-names'
import { suspense } from './suspense'
import { templates } from './templates'
import { typing } from './typing'

/** Every lever that edits or configures Taro, in the order in which their edits apply. README.md has the figures. */
export const LEVERS = {
  screenReaders,
  templates,
  baseLevel,
  namedImport,
  innerHtml,
  reconciler,
  suspense,
  fiberNames,
  componentTable,
  styleNames,
  bom,
  behaviors,
  typing,
} satisfies Readonly<Record<string, Lever>>

type LeverName = keyof typeof LEVERS | 'minifier'

/** Switches; a lever that is not named is on. */
export type Switches = Readonly<Partial<Record<LeverName, boolean>>>

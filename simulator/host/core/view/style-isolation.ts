import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

type StaticConfig = NonNullable<ReturnType<CodeSpace['getComponentStaticConfig']>>
/** How far the classes of a stylesheet reach (guide "Component template and style", styleIsolation). */
type Isolation = NonNullable<StaticConfig['styleIsolation']>
type Members = Readonly<Record<string, unknown>>

const ISOLATED = 'isolated' as Isolation
const APPLY_SHARED = 'apply-shared' as Isolation
const SHARED = 'shared' as Isolation
const OF_PAGES = ['page-isolated', 'page-apply-shared', 'page-shared'] as Isolation[]
const ISOLATIONS: readonly Isolation[] = [ISOLATED, APPLY_SHARED, SHARED, ...OF_PAGES]

/**
 * What the classes of the page or component at `path` begin with in the document and in its stylesheet, before two
 * hyphens. Two paths never have one name.
 */
export const styleScopeOf = (path: string): string =>
  `s-${path.replace(/[^a-z0-9-]/gi, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`)}`

/**
 * The isolation that JSON and the `options` of a script ask for; the script counts where both say one.
 * `addGlobalClass` is an older word for apply-shared, without effect beside a styleIsolation. By default a
 * component is isolated and a page is shared.
 */
export const isolationOf = (json: Members, options: Members, isPage: boolean) => {
  const said = [options['styleIsolation'], json['styleIsolation']]
  const known = ISOLATIONS.find((value) => value === said.find((one) => one !== undefined))
  if (known !== undefined) return known
  if (options['addGlobalClass'] === true) return APPLY_SHARED
  return isPage ? SHARED : ISOLATED
}

/** Which stylesheets apply to a page. */
export interface PageStyles {
  /** Whether app.wxss applies. */
  readonly takesAppStyles: boolean
  /** Paths (no suffix) of the page and the components on it whose classes reach all that take in shared ones. */
  readonly shared: ReadonlySet<string>
}

/** Returns which stylesheets apply to the page at `path`, which may use the components at `used`. */
export const pageStyles = (
  codeSpace: CodeSpace,
  path: string,
  used: readonly string[],
): PageStyles => {
  const isolation = (of: string): string =>
    codeSpace.getComponentStaticConfig(of)?.styleIsolation ?? ''
  return {
    takesAppStyles: !isolation(path).startsWith('page-'),
    shared: new Set(
      [path, ...used].filter((of) => ['shared', 'page-shared'].includes(isolation(of))),
    ),
  }
}

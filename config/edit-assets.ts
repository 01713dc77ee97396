import type { Compiler } from 'webpack'

/** Returns the new text of a built file. */
export type Edit = (file: string, text: string) => string

/** Edits scripts, templates, pages and JSON files at the very end of a build, when Taro has written them. */
export class EditAssets {
  constructor(private readonly edit: Edit) {}

  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    const tap = { name: 'EditAssets', stage: Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE }
    compiler.hooks.thisCompilation.tap(tap.name, (compilation) => {
      compilation.hooks.processAssets.tap(tap, (assets) => {
        for (const [file, source] of Object.entries(assets)) {
          if (!/\.(js|json|wxml|html)$/.test(file)) continue
          const before = source.source().toString()
          const after = this.edit(file, before)
          if (after !== before) compilation.updateAsset(file, new sources.RawSource(after))
        }
      })
    })
  }
}

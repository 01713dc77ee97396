import type { Compilation, Compiler } from 'webpack'

const NAME = /__SLIM_[A-Z_]+__/g

/** Puts values in the place of names in scripts: values that are known only when Taro has written its templates. */
export class LateValues {
  constructor(private readonly values: ReadonlyMap<string, () => string>) {}

  apply(compiler: Compiler): void {
    // Taro writes templates at the stage before; scripts are minified and mapped at later ones.
    const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_PRE_PROCESS
    const tap = { name: 'SlimLateValues', stage }
    compiler.hooks.compilation.tap(tap.name, (compilation) => {
      compilation.hooks.processAssets.tap(tap, (assets) => {
        for (const file of Object.keys(assets)) {
          if (file.endsWith('.js')) this.fill(compiler, compilation, file)
        }
      })
    })
  }

  private fill(compiler: Compiler, compilation: Compilation, file: string): void {
    const source = compilation.getAsset(file)?.source
    if (source === undefined) return
    const found = [...source.source().toString().matchAll(NAME)]
    if (found.length === 0) return
    const filled = new compiler.webpack.sources.ReplaceSource(source)
    for (const { 0: name, index } of found) {
      const value = this.values.get(name)
      if (value !== undefined) filled.replace(index, index + name.length - 1, value())
    }
    compilation.updateAsset(file, filled)
  }
}

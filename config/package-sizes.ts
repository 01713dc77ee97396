import type { Compiler } from 'webpack'
import { aboutSizes } from './about-sizes'

/** Fails a build whose packages WeChat would refuse, and says so early when one comes near. */
export class PackageSizes {
  apply(compiler: Compiler): void {
    const { Compilation, WebpackError } = compiler.webpack
    const tap = { name: 'PackageSizes', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }
    compiler.hooks.thisCompilation.tap(tap.name, (compilation) => {
      compilation.hooks.processAssets.tap(tap, (assets) => {
        const files = new Map(Object.entries(assets).map(([path, source]) => [path, source.size()]))
        const app = JSON.parse(assets['app.json']?.source().toString() ?? '{}') as {
          subPackages?: ReadonlyArray<{ root: string }>
        }
        const { errors, warnings } = aboutSizes(
          files,
          (app.subPackages ?? []).map(({ root }) => root),
        )
        compilation.errors.push(...errors.map((text) => new WebpackError(text)))
        compilation.warnings.push(...warnings.map((text) => new WebpackError(text)))
      })
    })
  }
}

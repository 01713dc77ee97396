import type { Chunk, Compilation, Compiler, Module } from 'webpack'

const NAME = 'SharedCode'

/** How many of the packages a module's chunks belong to; infinite when the main package has one of them. */
const packagesOf = (chunks: Iterable<Pick<Chunk, 'name'>>, roots: readonly string[]): number => {
  const found = new Set<string>()
  for (const { name } of chunks) {
    const root = roots.find((each) => name?.startsWith(`${each}/`))
    if (root === undefined) return Number.POSITIVE_INFINITY
    found.add(root)
  }
  return found.size
}

/**
 * Puts code that several sub-packages share into the main package, once. Taro's own way is a copy in each of them, a
 * file per module that each of their pages names.
 */
export class SharedCode {
  private compilation: Compilation | undefined
  private roots: readonly string[] = []

  /** @param readRoots folders of the sub-packages; called at the start of each compilation */
  constructor(private readonly readRoots: () => readonly string[]) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      this.compilation = compilation
      this.roots = this.readRoots()
    })
  }

  /** For Taro's `optimizeMainPackage.exclude`: whether a module is not one package's own. */
  readonly isShared = (module: Module): boolean =>
    this.compilation !== undefined &&
    packagesOf(this.compilation.chunkGraph.getModuleChunksIterable(module), this.roots) > 1
}

import type { Compilation, Compiler, Module } from 'webpack'
import { appModules, drawingScripts, pathOf } from './app-modules'
import type { Build } from './build'
import { LateValues } from './late-values'
import type { LeverOfBuild } from './lever'

/** Says which lever found what, and what to do about it. */
export const faultOf = (lever: string, what: string): Error =>
  new Error(
    `slim: the lever "${lever}" cannot work: ${what}. Switch it off (config/slim/README.md), or adapt config/slim.`,
  )

/** Runs the levers of one build inside webpack. */
export class SlimBuild {
  constructor(
    private readonly build: Build,
    private readonly levers: ReadonlyMap<string, LeverOfBuild>,
  ) {}

  apply(compiler: Compiler): void {
    new LateValues(this.values()).apply(compiler)
    compiler.hooks.compilation.tap('Slim', (compilation) => {
      compilation.hooks.finishModules.tap('Slim', () => this.read(compilation))
    })
  }

  /** Whether some lever edits a file. */
  edits(path: string): boolean {
    return this.editsOf(path).length > 0
  }

  /** The text of a file after the levers' edits. */
  edit(text: string, path: string): string {
    return this.editsOf(path).reduce((rest, { lever, edit, file }) => {
      try {
        return edit(rest, path)
      } catch (error) {
        throw faultOf(lever, `${file} ${messageOf(error)}`)
      }
    }, text)
  }

  private editsOf(path: string) {
    const file = path.replace(/\\/g, '/')
    return [...this.levers].flatMap(([lever, { edits = [] }]) =>
      edits.filter((each) => file.endsWith(`/${each.file}`)).map((each) => ({ lever, ...each })),
    )
  }

  private values(): ReadonlyMap<string, () => string> {
    return new Map([...this.levers.values()].flatMap(({ values = {} }) => Object.entries(values)))
  }

  private read(compilation: Compilation): void {
    const app = appModules(compilation)
    for (const script of drawingScripts(app)) this.build.words.add(script)
    const found = [...this.levers].flatMap(([name, lever]) =>
      this.faultsOf(name, lever, app, compilation),
    )
    if (found.length === 0) return
    // One error for all: Taro prints the first one only.
    compilation.errors.push(new compilation.compiler.webpack.WebpackError(found.join('\n')))
  }

  private faultsOf(
    name: string,
    { faults, edits = [] }: LeverOfBuild,
    app: readonly Module[],
    compilation: Compilation,
  ): string[] {
    const files = [...compilation.modules].map(pathOf)
    const missing = edits.filter(({ file }) => !files.some((path) => path.endsWith(`/${file}`)))
    const gone = missing.map(({ file }) =>
      faultOf(name, `${file} is not part of the build any more`),
    )
    try {
      const needs = faults?.(app, compilation) ?? []
      return [...needs.map((need) => `slim: ${need}`), ...gone.map(messageOf)]
    } catch (error) {
      return [faultOf(name, messageOf(error)).message]
    }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

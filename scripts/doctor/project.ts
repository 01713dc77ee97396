/** Text of a built file, and its size as WeChat counts it. */
interface BuiltFile {
  readonly bytes: number
  /** Of scripts, templates and JSON; empty for others. */
  readonly text: string
}

/** The built mini-program: files by path from its root. */
export type Bundle = ReadonlyMap<string, BuiltFile>

type Env = Readonly<Record<string, string | undefined>>

/** What the checks look at, read once. What a project does not have is undefined. */
export interface Project {
  readonly node: string
  /** package.json: the range of Node, and the versions of all packages by name. */
  readonly engines: string
  readonly packages: Readonly<Record<string, string>>
  /** What project.config.json has; empty for none. `fault` says why the file cannot be read. */
  readonly appid: string | { readonly fault: string }
  /** Settings of the app as a production build reads them. */
  readonly env: Env
  /** The sentences of config/settings.ts about them. */
  readonly settingsFaults: readonly string[]
  /** Settings of server/, and what its own check says about them; throws a sentence per fault and line. */
  readonly server: { readonly env: Env; readonly check: (env: Env) => void } | undefined
  readonly bundle: Bundle | undefined
  /** Whether some source, or a setting of the build, is newer than the bundle. */
  readonly isStale: boolean
  /** The legal texts by path. */
  readonly legal: ReadonlyMap<string, string>
  /** A browserslist query: what the bundle has to run on; empty where nothing says so. */
  readonly floor: string
  readonly now: () => number
  /** Opens a connection to a port; rejects when none comes about in time. */
  readonly connect: (host: string, port: number) => Promise<void>
  /** The Date header of the answer to a request; undefined when there was no answer, or none with a date. */
  readonly dateOf: (url: string) => Promise<string | undefined>
}

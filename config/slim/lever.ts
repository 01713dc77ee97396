import type { Compilation, Module } from 'webpack'
import type { Build, RunnerConfig } from './build'
import type { SourceEdit } from './source-edit'

/** What one lever does during a build. */
export interface LeverOfBuild {
  edits?: readonly SourceEdit[]
  /** JavaScript that takes the place of a name in Taro's scripts, once templates are written. */
  values?: Readonly<Record<string, () => string>>
  /** Reads the modules of the app; each returned sentence fails the build. */
  faults?: (app: readonly Module[], compilation: Compilation) => readonly string[]
}

export interface Lever {
  /** The lever without which this one does nothing. */
  needs?: string
  /** Changes Taro's settings before the build starts. */
  configure?: (config: RunnerConfig) => void
  /** Called once per build, before webpack starts. */
  start?: (build: Build) => LeverOfBuild
}

import type { StyleSheet } from '../host/browser/style-sheets'
import type { CompiledTemplates } from '../host/core/ports'

/** A built mini-program as the page gets it: everything text, templates and styles translated. */
export interface BundlePayload {
  /** Changes exactly when the content does. */
  version: string
  /** Scripts and configuration by path from the bundle's root. */
  files: Readonly<Record<string, string>>
  /** Paths of everything else: pictures, sounds. */
  assets: readonly string[]
  /** WXML and WXS, compiled. */
  templates: CompiledTemplates
  styles: readonly StyleSheet[]
  /** What is wrong with the stylesheets: sentences with file, line and column. */
  styleFaults: readonly string[]
}

/** Why there is no mini-program to show. `folder`: where it was looked for. */
export type BundleRefusal =
  /** There is no such folder, or it is empty. */
  | { kind: 'nothing'; folder: string }
  /** There are files, but no app.json; `elsewhere`: folders inside that have one. */
  | { kind: 'no-app'; folder: string; elsewhere: readonly string[] }
  /** It cannot be read; a sentence with file, line and column where they are known. */
  | { kind: 'fault'; sentence: string }

/** A place in a file of the mini-program, counted from 1. */
export interface Place {
  file: string
  line: number
  column: number
}

/** A place as it was written, with the lines around it. */
export interface WrittenPlace extends Place {
  lines: readonly { line: number; text: string }[]
}

/** What the page knows about its surroundings. */
export interface PreviewConfig {
  /** Address of the simulator, whose control API the panel calls. */
  simulatorUrl: string
}

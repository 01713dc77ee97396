import type { CompiledTemplates } from '../host/core/ports'

/** How a phone looks. */
export type Theme = 'light' | 'dark'

/** A built mini-program as the page gets it: everything text, templates and styles translated. */
export interface BundlePayload {
  /** Changes exactly when the content does. */
  version: string
  /** Scripts and configuration by path from the bundle's root. */
  files: Readonly<Record<string, string>>
  templates: CompiledTemplates
  styles: Readonly<Record<Theme, string>>
}

/** What the page is told about its surroundings. */
export interface PreviewConfig {
  /** Address of the simulator, whose control API the panel calls. */
  simulatorUrl: string
}

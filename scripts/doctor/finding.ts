import type { Project } from './project'

/**
 * How bad it is: `note` never stops anything, `beforeUpload` is a warning while developing and an error before an
 * upload, `error` always is one.
 */
export type Weight = 'ok' | 'note' | 'beforeUpload' | 'error'

/** One sentence about the project, and one about what to do where something is to be done. */
export interface Finding {
  readonly weight: Weight
  readonly sentence: string
  readonly remedy?: string
}

/** One thing that is looked at. */
export interface Check {
  readonly name: string
  readonly run: (project: Project) => readonly Finding[] | Promise<readonly Finding[]>
}

export const ok = (sentence: string): Finding => ({ weight: 'ok', sentence })

/** A finding with its remedy. */
export const found = (weight: Weight, sentence: string, remedy: string): Finding => ({
  weight,
  sentence,
  remedy,
})

/** The weight of what app and server here do not agree on: the server that people reach may be another one. */
export const disagreement = (server: NonNullable<Project['server']>): Weight =>
  server.env['NODE_ENV'] === 'production' ? 'beforeUpload' : 'note'

import { readJson } from '../core/app/app-config'
import type { Files } from '../core/ports'

/** A JSON file of the bundle; empty when it is missing, and when it cannot be read, which is reported where it is loaded. */
export const jsonIn = (files: Files, path: string): Readonly<Record<string, unknown>> => {
  try {
    return { ...readJson(path, files.read(path) ?? '{}') }
  } catch {
    return {}
  }
}

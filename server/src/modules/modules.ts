import type { Module } from './module'
import { notes } from './notes/notes'

/** Every module of this server. One line registers a module: routes, OpenAPI, export, erasure and sweep follow. */
export const MODULES: readonly Module[] = [notes]

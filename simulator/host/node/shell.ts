import { JSDOM } from 'jsdom'
import type { CompiledTemplates, Files, Shell } from '../core/ports'
import { compiledFiles } from './es-modules'
import { loadFramework } from './framework'
import { watchRejections } from './rejections'
import { createRealm } from './realm'
import { compileTemplates } from './templates'

const compiled = new WeakMap<Files, CompiledTemplates>()

const templatesOf = (files: Files) => {
  const known = compiled.get(files)
  if (known !== undefined) return known
  const templates = compileTemplates(files)
  compiled.set(files, templates)
  return templates
}

/** A shell in Node: jsdom for the screen, a bare vm context for the logic layer. */
export const createNodeShell = (files: Files): { shell: Shell; close: () => void } => {
  const { window } = new JSDOM('<!doctype html><body></body>')
  const realm = createRealm()
  const shell = {
    files: compiledFiles(files),
    realm,
    framework: loadFramework(realm, window),
    templates: templatesOf(files),
    document: window.document,
    hasCursor: false,
    createElement: (name: string) => window.document.createElement(name),
    onUnhandledRejection: watchRejections(realm),
  }
  return { shell, close: () => window.close() }
}

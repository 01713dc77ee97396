import { JSDOM } from 'jsdom'
import type { Files, Shell } from '../core/ports'
import { loadFramework } from './framework'
import { watchRejections } from './rejections'
import { createRealm } from './realm'
import { compileTemplates, loadTemplates } from './templates'

const compiled = new WeakMap<Files, string>()

const templateCode = (files: Files) => {
  const known = compiled.get(files)
  if (known !== undefined) return known
  const { code } = compileTemplates(files)
  compiled.set(files, code)
  return code
}

/** A shell in Node: jsdom for the screen, a bare vm context for the logic layer. */
export const createNodeShell = (files: Files): { shell: Shell; close: () => void } => {
  const { window } = new JSDOM('<!doctype html><body></body>')
  const realm = createRealm()
  const shell = {
    files,
    realm,
    framework: loadFramework(realm, window),
    templates: loadTemplates(realm, templateCode(files)),
    document: window.document,
    onUnhandledRejection: watchRejections(realm),
  }
  return { shell, close: () => window.close() }
}

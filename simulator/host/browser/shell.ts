import * as glassEasel from 'glass-easel'
import * as adapter from 'glass-easel-miniprogram-adapter'
import type { CompiledTemplates, Files, Shell } from '../core/ports'
import { defineUnknown } from './elements/define'
import { createBrowserRealm } from './realm'

/** A bundle as text: scripts and configuration by path, and templates compiled elsewhere. */
export interface BundleText {
  files: Readonly<Record<string, string>>
  /** Paths of the files that are no text. */
  assets: readonly string[]
  templates: CompiledTemplates
}

const filesOf = ({ files, assets }: BundleText): Files => {
  const names = [...Object.keys(files), ...assets]
  return { read: (path) => files[path], list: () => names }
}

/** A shell in this window: its document for the screen, hidden globals for the logic layer. One per window. */
export const createBrowserShell = (bundle: BundleText): Shell => {
  const realm = createBrowserRealm()
  // Ids are how tests, labels and the person's own tools find things.
  glassEasel.globalOptions.writeIdToDOM = true
  return {
    files: filesOf(bundle),
    realm,
    framework: { glassEasel, adapter },
    templates: bundle.templates,
    document,
    createElement: (name) => {
      defineUnknown(name)
      return document.createElement(name)
    },
    onUnhandledRejection: (listener) => {
      const tell = (event: PromiseRejectionEvent) => {
        event.preventDefault()
        listener(event.reason, event.promise)
      }
      window.addEventListener('unhandledrejection', tell)
      return () => window.removeEventListener('unhandledrejection', tell)
    },
  }
}

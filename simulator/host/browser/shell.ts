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

/** Reads the bytes of a file that is no text, synchronously: XMLHttpRequest can do that, and returns text only then. */
const loadBytes = (url: string): Uint8Array | undefined => {
  const request = new XMLHttpRequest()
  request.open('GET', url, false)
  request.overrideMimeType('text/plain; charset=x-user-defined')
  request.send()
  if (request.status !== 200) return undefined
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 0xff)
}

const filesOf = ({ files, assets }: BundleText, urlOf: (path: string) => string): Files => {
  const names = [...Object.keys(files), ...assets]
  const others = new Set(assets)
  return {
    read: (path) => files[path],
    bytes: (path) => {
      const text = files[path]
      if (text !== undefined) return new TextEncoder().encode(text)
      return others.has(path) ? loadBytes(urlOf(path)) : undefined
    },
    list: () => names,
  }
}

/**
 * A shell in this window: its document for the screen, hidden globals for the logic layer. One per window. `urlOf`
 * is the address of a file of the bundle.
 */
export const createBrowserShell = (bundle: BundleText, urlOf: (path: string) => string): Shell => {
  const realm = createBrowserRealm()
  // Ids are how tests, labels and the person's own tools find things.
  glassEasel.globalOptions.writeIdToDOM = true
  return {
    files: filesOf(bundle, urlOf),
    realm,
    framework: { glassEasel, adapter },
    templates: bundle.templates,
    document,
    hasCursor: true,
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

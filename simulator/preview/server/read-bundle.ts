import { createHash } from 'node:crypto'
import { readAppConfig } from '../../host/core/app/app-config'
import type { CompiledTemplates, Files } from '../../host/core/ports'
import { compileTemplates } from '../../host/node/templates'
import { filesIn } from '../../host/node/files'
import type { BundlePayload } from '../bundle'
import { stylesheetOf } from './stylesheets'

const digest = (texts: Iterable<string>) => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}:`).update(text)
  return hash.digest('hex').slice(0, 16)
}

const textsOf = (files: Files, suffixes: readonly string[]) =>
  Object.fromEntries(
    files
      .list()
      .filter((path) => suffixes.some((suffix) => path.endsWith(suffix)))
      .map((path) => [path, files.read(path) ?? '']),
  )

/** Reads the bundle in a folder, again and again; templates are compiled anew only when they change. */
export const createBundleReader = (folder: string): (() => BundlePayload) => {
  let known: { of: string; compiled: CompiledTemplates } | undefined

  const templatesOf = (files: Files) => {
    const sources = textsOf(files, ['.wxml', '.wxs'])
    const of = digest([...Object.keys(sources), ...Object.values(sources)])
    if (known?.of !== of) known = { of, compiled: compileTemplates(files) }
    return known.compiled
  }

  return () => {
    const files = filesIn(folder)
    const config = readAppConfig(files)
    const content = {
      files: textsOf(files, ['.js', '.json']),
      templates: templatesOf(files),
      styles: {
        light: stylesheetOf(files, config, 'light'),
        dark: stylesheetOf(files, config, 'dark'),
      },
    }
    return { version: digest([JSON.stringify(content)]), ...content }
  }
}

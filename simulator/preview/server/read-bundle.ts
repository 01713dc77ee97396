import { createHash } from 'node:crypto'
import { readAppConfig } from '../../host/core/app/app-config'
import type { CompiledTemplates, Files } from '../../host/core/ports'
import { compiledFiles, type Compiler } from '../../host/node/es-modules'
import { perContent } from '../../host/node/per-content'
import { codeThatThrows, scriptOf } from '../../host/node/script'
import { compileTemplates } from '../../host/node/templates'
import type { BundlePayload } from '../bundle'
import { createStylesheets } from './stylesheets'

const digest = (texts: Iterable<string>) => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}:`).update(text)
  return hash.digest('hex').slice(0, 16)
}

const endsWith =
  (...suffixes: readonly string[]) =>
  (path: string) =>
    suffixes.some((suffix) => path.endsWith(suffix))

const isTemplate = endsWith('.wxml', '.wxs')
const isScript = endsWith('.js')
const isText = endsWith('.js', '.json', '.wxml', '.wxs', '.wxss', '.ts', '.map')

/** A browser does not say where a script cannot be read: such a script is replaced by one that throws what Node says of it. */
const readable = (path: string, source: string) => {
  try {
    scriptOf(source, path, ['require', 'module', 'exports'])
    return source
  } catch (error) {
    return codeThatThrows(error instanceof Error ? error.message : String(error))
  }
}

const textsOf = (files: Files, isWanted: (path: string) => boolean) =>
  Object.fromEntries(
    files
      .list()
      .filter(isWanted)
      .map((path) => [path, files.read(path) ?? '']),
  )

/** Creates the reader of a bundle's files, again and again; each file is translated anew only when it changes, as are all templates. */
export const createBundleReader = (compiler: Compiler): ((files: Files) => BundlePayload) => {
  const stylesheets = createStylesheets()
  const checked = perContent(readable)
  let known: { of: string; compiled: CompiledTemplates } | undefined

  const templatesOf = (files: Files) => {
    const sources = textsOf(files, isTemplate)
    const of = digest([...Object.keys(sources), ...Object.values(sources)])
    if (known?.of !== of) known = { of, compiled: compileTemplates(files) }
    return known.compiled
  }

  return (files) => {
    const config = readAppConfig(files)
    const runnable = compiledFiles(files, compiler)
    const scripts = Object.entries(textsOf(runnable, isScript))
    const { styles, faults } = stylesheets(files, config)
    const content = {
      files: {
        ...textsOf(files, endsWith('.json')),
        ...Object.fromEntries(scripts.map(([path, code]) => [path, checked(path, code)])),
      },
      assets: files.list().filter((path) => !isText(path)),
      templates: templatesOf(files),
      styles,
      styleFaults: faults,
    }
    return { version: digest([JSON.stringify(content)]), ...content }
  }
}

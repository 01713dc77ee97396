import { TmplGroup } from 'glass-easel-template-compiler'
import type { Files, Realm, Templates } from '../core/ports'

/** What the template compiler says about a template it could still read. */
interface TemplateWarning {
  path: string
  message: string
}

/** Compiles every WXML and WXS of a bundle to JavaScript: an expression that gives the templates by path. */
export const compileTemplates = (files: Files) => {
  const group = new TmplGroup()
  const warnings: TemplateWarning[] = []
  for (const name of files.list()) {
    const source = files.read(name) ?? ''
    if (name.endsWith('.wxs')) group.addScript(name.slice(0, -'.wxs'.length), source)
    if (!name.endsWith('.wxml')) continue
    const found = group.addTmpl(name.slice(0, -'.wxml'.length), source) as { message: string }[]
    warnings.push(...found.map(({ message }) => ({ path: name, message })))
  }
  const code = group.getTmplGenObjectGroups()
  group.free()
  return { code, warnings }
}

/** Evaluates compiled templates in the realm where glass-easel runs. */
export const loadTemplates = (realm: Realm, code: string): Templates =>
  realm.run(`return ${code}`, 'templates', {}) as Templates

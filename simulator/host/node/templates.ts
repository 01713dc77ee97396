import { TmplGroup } from 'glass-easel-template-compiler'
import type { CompiledTemplates, Files } from '../core/ports'
import { compileWxs, WXS_RUNTIME } from '../wxs/compile'
import { asCompiledByWechat } from './wxml-source'

/** What the compiler says about a template; what is not fatal it leaves out and goes on, as WeChat does. */
interface Remark {
  message: string
  level: 'Note' | 'Warn' | 'Error' | 'Fatal'
  /** Counted from 0. */
  startLine: number
  startColumn: number
}

/** In text, null is written as `null`, as by Tencent's compiler; only undefined is left empty. */
const TEXT_OF_NULL = "Y=function(a){return a===undefined?'':String(a)};"

const scriptCode = (file: string, source: string) => {
  const compiled = compileWxs(file, source)
  if (compiled.kind === 'code') return compiled.code
  const { sentence } = compiled
  return `module.exports=${WXS_RUNTIME}.refused(${JSON.stringify(file)},${JSON.stringify(sentence)})`
}

const withoutSuffix = (name: string) => name.slice(0, name.lastIndexOf('.'))

/** Puts compiled WXS in the place of what stands between `<wxs>` and `</wxs>`; its lines count from the top of the file. */
const compileInline = (group: TmplGroup, file: string) => {
  const path = withoutSuffix(file)
  for (const name of group.getInlineScriptModuleNames(path) as string[]) {
    const above = '\n'.repeat(group.getInlineScriptStartLine(path, name))
    const source = above + group.getInlineScript(path, name)
    group.setInlineScript(path, name, scriptCode(file, source))
  }
}

/** Compiles every WXML (guide "WXML") and WXS of a bundle to JavaScript. */
export const compileTemplates = (files: Files): CompiledTemplates => {
  const group = new TmplGroup()
  group.setExtraRuntimeScript(`Q.A=${WXS_RUNTIME}.change;Q.C=${WXS_RUNTIME}.listen;${TEXT_OF_NULL}`)
  const faults: string[] = []
  const scripts = new Set<string>()
  const wanted = new Set<string>()
  const addScript = (file: string, source: string) => {
    scripts.add(withoutSuffix(file))
    group.addScript(withoutSuffix(file), scriptCode(file, source))
  }
  for (const name of files.list()) {
    if (name.endsWith('.wxs')) addScript(name, files.read(name) ?? '')
    if (!name.endsWith('.wxml')) continue
    const path = withoutSuffix(name)
    const remarks = group.addTmpl(path, asCompiledByWechat(files.read(name) ?? '')) as Remark[]
    for (const { message, level, startLine, startColumn } of remarks) {
      if (level === 'Fatal') faults.push(`${name}:${startLine + 1}:${startColumn + 1}: ${message}`)
    }
    compileInline(group, name)
    for (const script of group.getScriptDependencies(path) as string[]) wanted.add(script)
  }
  for (const script of wanted) {
    if (scripts.has(script)) continue
    const file = `${script}.wxs`
    const sentence = JSON.stringify(`${file} is not found.`)
    group.addScript(
      script,
      `module.exports=${WXS_RUNTIME}.refused(${JSON.stringify(file)},${sentence})`,
    )
  }
  const code = group.getTmplGenObjectGroups()
  group.free()
  return { code, faults }
}

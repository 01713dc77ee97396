import { posix } from 'node:path'
import ts from 'typescript'
import { eachNode, parse } from '../../code/edits'

/** One name that a module takes from another. */
interface ImportedName {
  readonly imported: string
  readonly local: string
}

export interface ModuleImport {
  readonly specifier: string
  /** Empty for imports of the whole module, for its effects or under one name. */
  readonly names: readonly ImportedName[]
}

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.js', '.json', '.scss', '.d.ts']
const TARGETS = ['.weapp', '.h5']
const FORMS = [
  ...ENDINGS,
  ...TARGETS.flatMap((target) => [`${target}.ts`, `${target}.tsx`]),
  ...['/index', '/index.weapp', '/index.h5'].flatMap((index) => [`${index}.ts`, `${index}.tsx`]),
]

/** The files among `paths` that a relative import may mean: one for each target of the build. */
export const resolveImport = (
  from: string,
  specifier: string,
  paths: ReadonlySet<string>,
): string[] => {
  if (!specifier.startsWith('.')) return []
  const base = posix.join(posix.dirname(from), specifier)
  return FORMS.map((form) => base + form).filter((path) => paths.has(path))
}

const specifiersOf = (clause: ts.ImportClause | undefined): ImportedName[] => {
  const bindings = clause?.namedBindings
  const named = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : []
  const names = named.map(({ name, propertyName }) => ({
    imported: (propertyName ?? name).text,
    local: name.text,
  }))
  return clause?.name === undefined
    ? names
    : [{ imported: 'default', local: clause.name.text }, ...names]
}

const exportsFrom = (node: ts.ExportDeclaration): ImportedName[] =>
  node.exportClause !== undefined && ts.isNamedExports(node.exportClause)
    ? node.exportClause.elements.map(({ name, propertyName }) => ({
        imported: (propertyName ?? name).text,
        local: name.text,
      }))
    : []

const importOf = (node: ts.Node): ModuleImport | undefined => {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, names: specifiersOf(node.importClause) }
  }
  if (
    ts.isExportDeclaration(node) &&
    node.moduleSpecifier &&
    ts.isStringLiteral(node.moduleSpecifier)
  ) {
    return { specifier: node.moduleSpecifier.text, names: exportsFrom(node) }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument
    if (!ts.isStringLiteral(literal)) return undefined
    const name = node.qualifier?.getText()
    const names = name === undefined ? [] : [{ imported: name, local: name }]
    return { specifier: literal.text, names }
  }
  const first = ts.isCallExpression(node) ? node.arguments[0] : undefined
  return first !== undefined && ts.isStringLiteral(first) && first.text.startsWith('.')
    ? { specifier: first.text, names: [] }
    : undefined
}

const cache = new Map<string, { text: string; imports: ModuleImport[] }>()

/** What a module imports; SCSS files import what they `@use`. */
export const importsOf = (path: string, text: string): ModuleImport[] => {
  const known = cache.get(path)
  if (known?.text === text) return known.imports
  const imports: ModuleImport[] = []
  if (path.endsWith('.scss')) {
    for (const [, specifier = ''] of text.matchAll(/@(?:use|import) '([^']+)'/g)) {
      imports.push({
        specifier: specifier.startsWith('.') ? specifier : `./${specifier}`,
        names: [],
      })
    }
  } else {
    eachNode(parse(path, text), (node) => {
      const found = importOf(node)
      if (found !== undefined) imports.push(found)
      return undefined
    })
  }
  cache.set(path, { text, imports })
  return imports
}

export const isCode = (path: string): boolean => /\.(tsx?|mjs|js|scss)$/.test(path)

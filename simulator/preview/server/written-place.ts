import { dirname, join, normalize, sep } from 'node:path'
import {
  originalPositionFor,
  sourceContentFor,
  TraceMap,
  type EncodedSourceMap,
} from '@jridgewell/trace-mapping'
import type { Files } from '../../host/core/ports'
import type { Compiler } from '../../host/node/es-modules'
import type { Place, WrittenPlace } from '../bundle'

/** Lines shown before and after the place. */
const AROUND = 2

const MAP_COMMENT = /\/\/# sourceMappingURL=(\S+)\s*$/
const INLINE = /^data:application\/json;(?:charset=[\w-]+;)?base64,/

/** The source map that a built script names: in itself or in a file of the bundle. */
const mapBeside = (files: Files, path: string, code: string): string | undefined => {
  const [, address = ''] = MAP_COMMENT.exec(code) ?? []
  if (INLINE.test(address)) return Buffer.from(address.replace(INLINE, ''), 'base64').toString()
  return address === '' ? undefined : files.read(join(dirname(path), address).split(sep).join('/'))
}

const parsed = (map: string): TraceMap | undefined => {
  try {
    return new TraceMap(JSON.parse(map) as EncodedSourceMap)
  } catch {
    return undefined
  }
}

const excerpt = (source: string | undefined, at: number): WrittenPlace['lines'] =>
  (source?.split('\n') ?? [])
    .map((text, index) => ({ line: index + 1, text: text.slice(0, 300) }))
    .slice(Math.max(at - 1 - AROUND, 0), at + AROUND)

const inSources = (map: TraceMap, { line, column }: Place): WrittenPlace | undefined => {
  const found = originalPositionFor(map, { line, column: Math.max(column - 1, 0) })
  if (found.source === null) return undefined
  const content = sourceContentFor(map, found.source) ?? undefined
  return {
    file: found.source.replace(/^\/|^webpack:\/\/[^/]*\//, ''),
    line: found.line,
    column: found.column + 1,
    lines: excerpt(content, found.line),
  }
}

/**
 * Where something that runs was written: through source maps, the compiler's or those a build left, with the lines
 * around it. Undefined for a file the mini-program does not have.
 */
export const writtenPlace = (
  files: Files,
  compiler: Compiler,
  place: Place,
): WrittenPlace | undefined => {
  const path = normalize(place.file).split(sep).join('/')
  const own = files.read(path)
  const script = path.endsWith('.js') ? compiler.script(files, path) : undefined
  const map = script === undefined ? undefined : (script.map ?? mapBeside(files, path, script.code))
  const trace = map === undefined ? undefined : parsed(map)
  const original = trace === undefined ? undefined : inSources(trace, place)
  if (original !== undefined) return original
  return own === undefined ? undefined : { ...place, lines: excerpt(own, place.line) }
}

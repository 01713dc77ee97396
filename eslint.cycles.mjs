import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** Folders whose files may not import each other in a circle, type imports included: import-x/no-cycle skips those. */
const ROOMS = ['src', 'server', 'simulator', 'scripts', 'config', 'test', 'maintainers']
const ENDINGS = ['.ts', '.tsx', '.weapp.ts', '.weapp.tsx', '.mjs', '.js']
const IMPORT = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g

const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !/(?:^|\/)node_modules\//.test(file))
        .map((file) => join(folder, file))
    : []

const resolved = (from, to) => {
  const path = resolve(dirname(from), to)
  return [path, ...ENDINGS.map((ending) => path + ending)].find(
    (file) => /\.\w+$/.test(file) && existsSync(file),
  )
}

/** What each file imports, as absolute paths. */
const readGraph = (root) =>
  new Map(
    ROOMS.flatMap((room) => filesIn(join(root, room))).map((file) => [
      file,
      [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(
        ([, to]) => resolved(file, to) ?? [],
      ),
    ]),
  )

/** The shortest way from `start` back to itself, or null. */
const circleFrom = (graph, start) => {
  const cameFrom = new Map()
  const queue = [start]
  for (const file of queue) {
    for (const next of graph.get(file) ?? []) {
      if (next === start) {
        const way = []
        for (let at = file; at !== start; at = cameFrom.get(at)) way.unshift(at)
        return way
      }
      if (cameFrom.has(next)) continue
      cameFrom.set(next, file)
      queue.push(next)
    }
  }
  return null
}

let graph

const noCircle = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program: (node) => {
      graph ??= readGraph(context.cwd)
      const circle = circleFrom(graph, context.filename)
      if (circle === null) return
      const names = circle.map((file) => relative(context.cwd, file)).join(' → ')
      context.report({ node, message: `Imports itself in a circle: ${names || 'directly'}.` })
    },
  }),
}

export const cycles = { rules: { 'no-circle': noCircle } }

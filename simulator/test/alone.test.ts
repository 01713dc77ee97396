import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDERS = ['api', 'control', 'host', 'platform', 'preview', 'wx']
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
) as Record<'dependencies' | 'devDependencies', Record<string, string>>
const declared = new Set(Object.keys({ ...dependencies, ...devDependencies }))

const filesIn = (folder: string, recursive: boolean) =>
  readdirSync(join(ROOT, folder), { recursive, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
const files = [...filesIn('.', false), ...FOLDERS.flatMap((folder) => filesIn(folder, true))]

/** What a file imports, types included. */
const importsOf = (file: string) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import\(?)\s*'([^']+)'/g)].map(
    ([, name = '']) => name,
  )

const packageOf = (name: string) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name

const isOwn = (file: string, name: string) =>
  !relative(ROOT, join(ROOT, dirname(file), name)).startsWith('..')

it('the simulator imports only itself, Node and the packages it declares', () => {
  const foreign = files.flatMap((file) =>
    importsOf(file)
      .filter((name) =>
        name.startsWith('.')
          ? !isOwn(file, name)
          : !name.startsWith('node:') && !declared.has(packageOf(name)),
      )
      .map((name) => `${file} imports ${name}`),
  )
  expect(foreign).toEqual([])
  expect(files.length).toBeGreaterThan(150)
})

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDERS = ['api', 'control', 'host', 'platform', 'preview', 'wx']
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
) as Record<'dependencies' | 'devDependencies', Record<string, string>>
const declared = new Set(Object.keys({ ...dependencies, ...devDependencies }))

const files = readdirSync(ROOT, { withFileTypes: true, recursive: false })
  .filter((entry) => entry.isFile())
  .map(({ name }) => name)
  .concat(
    FOLDERS.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    ),
  )
  .filter((name) => /\.tsx?$/.test(name))

/** What a file imports, types included. */
const importsOf = (file: string) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(?:from|import\(?)\s*'([^']+)'/g)].map(
    ([, name = '']) => name,
  )

const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

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

import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { repositoryOf, type Files, type Repository } from './repository'

/** The least that a template's setup does: it drops itself, and records version, commit and answers. */
const SETUP = `
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
const [, record, , commit] = process.argv.slice(2)
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const { answers } = JSON.parse(readFileSync(record, 'utf8'))
writeFileSync('template.json', JSON.stringify({ version, ...(commit ? { commit } : {}), answers }, null, 2) + '\\n')
rmSync('scripts/setup', { recursive: true })
`

/** A version of a template of a few files. */
export const templateOf = (version: string, files: Files): Files => ({
  ...files,
  'package.json': `${JSON.stringify({ name: 'tea', version }, null, 2)}\n`,
  'scripts/setup/main.ts': SETUP,
})

/** A project made of the template's commit: its files without setup, and packages as in this repository. */
export const smallProject = (files: Files, commit: string | undefined): Repository => {
  const rest = Object.fromEntries(
    Object.entries(files).filter(([path]) => !path.startsWith('scripts/setup/')),
  )
  const { version } = JSON.parse(String(files['package.json'])) as { version: string }
  const record = { version, ...(commit === undefined ? {} : { commit }), answers: {} }
  const project = repositoryOf({
    ...rest,
    'template.json': `${JSON.stringify(record, null, 2)}\n`,
    '.gitignore': 'node_modules\n*.local\n',
  })
  symlinkSync(resolve('node_modules'), join(project.root, 'node_modules'))
  return project
}

// Plain JavaScript on purpose: it must be able to speak before anything is installed.
import { existsSync } from 'node:fs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

const fault =
  major < 20 || (major === 20 && minor < 19)
    ? `Node ${process.versions.node} is too old: install Node 20.19 or later.`
    : !existsSync(new URL('../node_modules/tsx', import.meta.url))
      ? 'The dependencies are missing: run "npm ci" first.'
      : undefined

if (fault === undefined) {
  const { require: load } = await import('tsx/cjs/api')
  const { start } = load('./start/start.ts', import.meta.url)
  await start()
} else {
  process.stderr.write(`${fault}\n`)
  process.exitCode = 1
}

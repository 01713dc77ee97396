import { readFileSync } from 'node:fs'

// What npm calls by itself; ignore-scripts in .npmrc keeps it from all of them.
const LIFECYCLE = ['install', 'preinstall', 'postinstall', 'prepare', 'prepublish', 'dependencies']

/** The scripts that npm would run by itself, before or after another or at an installation. */
const unaskedIn = (scripts: Readonly<Record<string, string>>): string[] =>
  Object.keys(scripts).filter((name) => {
    const around = /^(?:pre|post)(.+)$/.exec(name)?.[1]
    return LIFECYCLE.includes(name) || (around !== undefined && around in scripts)
  })

const scriptsOf = (path: string) =>
  (JSON.parse(readFileSync(path, 'utf8')) as { scripts?: Record<string, string> }).scripts ?? {}

describe('the scripts of package.json', () => {
  const isOff = /^ignore-scripts=true$/m.test(readFileSync('.npmrc', 'utf8'))

  it('the scripts of package.json hold none that .npmrc keeps from running: call it inside of the script it belongs to', () => {
    expect(isOff ? unaskedIn(scriptsOf('package.json')) : []).toEqual([])
  })

  it('the scripts that .npmrc keeps from running would be found by their names', () => {
    const scripts = { test: 'jest', pretest: 'a', postbuild: 'b', prepare: 'c', preview: 'd' }
    expect(unaskedIn(scripts)).toEqual(['pretest', 'prepare'])
  })
})

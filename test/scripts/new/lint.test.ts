import { spawnSync } from 'node:child_process'
import { madeBy } from './made-by'

const MINUTE = 60_000

// In a process of its own: ESLint loads its configuration by import(), which Jest's sandbox does not have. The rule
// that asks the compiler is off, because the compiler finds these files on no disk.
const LINT = `
import { ESLint } from 'eslint'
const eslint = new ESLint({
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
})
const files = JSON.parse(await new Response(process.stdin).text())
const faults = []
for (const [filePath, text] of files) {
  const [result] = await eslint.lintText(text, { filePath, warnIgnored: true })
  for (const { line, ruleId, message } of result.messages) faults.push([filePath, line, ruleId, message].join(' '))
}
process.stdout.write(JSON.stringify(faults))
`

describe('the style of what npm run new makes', () => {
  it(
    'the style of what npm run new makes is the one that ESLint holds',
    async () => {
      // Where the formatter breaks a line depends on the length of the name.
      const names = ['tea', 'orders-of-tea-from-abroad']
      const commands = [
        ...names.flatMap((name) => [`page ${name}/cup`, `feature ${name}`, `module ${name}`]),
        ...['shop', 'tea-and-coffee-shops-abroad'].map((name) => `tab ${name} --before me`),
      ]
      const tree = await madeBy(commands)
      const files = tree.changed().filter((path) => /\.tsx?$/.test(path))
      expect(files.length).toBeGreaterThan(40)
      const input = JSON.stringify(files.map((path) => [path, tree.read(path)]))
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '--eval', LINT],
        {
          input,
          encoding: 'utf8',
        },
      )
      expect([stdout, stderr]).toEqual(['[]', ''])
    },
    2 * MINUTE,
  )
})

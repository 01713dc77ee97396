import { spawn } from 'node:child_process'

/** What is checked, and the script that does it. */
const CHECKS = [
  ['types', 'check:types'],
  ['lint', 'check:lint'],
  ['unused code', 'check:unused'],
  ['tests', 'test'],
] as const

const run = (root: string, script: string): Promise<{ isGreen: boolean; printed: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    const keep = (chunk: Buffer) => void (printed += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', reject)
    child.once('close', (code) => resolve({ isGreen: code === 0, printed }))
  })

/**
 * Checks the project: types, lint, unused code, tests, one after the other, each with a line when it starts and ends.
 * @returns whether all of them passed; what a failed one printed goes to `say`
 */
export const verify = async (root: string, say: (line: string) => void): Promise<boolean> => {
  let isGreen = true
  for (const [at, [label, script]] of CHECKS.entries()) {
    const check = `[${at + 1}/${CHECKS.length}] ${label}`
    say(`${check} …`)
    const started = Date.now()
    const outcome = await run(root, script)
    const seconds = Math.round((Date.now() - started) / 1000)
    say(`${check}: ${outcome.isGreen ? 'passed' : 'FAILED'} (${seconds} s)`)
    if (!outcome.isGreen) say(outcome.printed)
    isGreen &&= outcome.isGreen
  }
  return isGreen
}

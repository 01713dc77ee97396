import { startPart, type PartSpec } from '../../scripts/start/part'

const script = (code: string): PartSpec => ({
  name: 'part',
  args: ['-e', code],
  env: {},
  readyWhen: /^listening/,
  noise: /^chatter/,
})

const STAYS = 'setInterval(() => {}, 1000);'

describe('a part of npm start', () => {
  it('a part of npm start is ready at its ready line, and its lines are printed without noise or colours', async () => {
    const lines: string[] = []
    const code = `console.log("chatter\\n\\u001b[32mopening\\u001b[0m\\nlistening on x");${STAYS}`
    const part = startPart(script(code), (name, line) => lines.push(`${name}: ${line}`))
    await part.ready
    part.stop()
    await part.ended
    expect(lines).toEqual(['part: opening', 'part: listening on x'])
  })

  it('a part of npm start takes the processes it started along when it is stopped', async () => {
    const lines: string[] = []
    const code =
      `const c = require("child_process").spawn(process.execPath, ["-e", "${STAYS}"]);` +
      `console.log(c.pid); console.log("listening");${STAYS}`
    const part = startPart(script(code), (_, line) => lines.push(line))
    await part.ready
    const grandchild = Number(lines[0])
    expect(() => process.kill(grandchild, 0)).not.toThrow()
    part.stop()
    await part.ended
    await goneFromHere(grandchild)
  })

  it('a part of npm start is killed at once where it would not end', async () => {
    const code = `process.on("SIGTERM", () => console.log("asked"));console.log("listening");${STAYS}`
    const asked = new Promise<void>((resolve) => {
      const part = startPart(script(code), (_, line) => {
        if (line === 'listening') part.stop()
        if (line !== 'asked') return
        part.kill()
        void part.ended.then(resolve)
      })
    })
    await asked
  }, 4_000)

  it('a part of npm start rejects when it ends before it was ready', async () => {
    const part = startPart(script('process.exit(3)'), () => undefined)
    await expect(part.ready).rejects.toThrow('The part ended before it was ready.')
  })
})

/** Resolves once the process is no more: a zombie counts as gone, its work is over. */
const goneFromHere = async (pid: number): Promise<void> => {
  const { readFile } = await import('node:fs/promises')
  for (;;) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
    if (stat === undefined || / [ZX] /.test(stat)) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'

describe('the doctor, read by a program that ends early', () => {
  it('the doctor ends without an error when nothing reads on, as after "| head"', async () => {
    const args = ['--import', 'tsx', 'scripts/doctor.ts', '--json']
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let printed = ''
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    const [code] = (await once(child, 'close')) as [number | null]
    expect({ code, printed }).toEqual({ code: 0, printed: '' })
  }, 60_000)
})

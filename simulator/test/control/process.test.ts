import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

/** `npm run simulator` as a process; `ended` returns its exit code and what it wrote to stderr. */
const run = (port: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, '../../main.ts')], {
    env: { ...process.env, SIM_PORT: port },
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (complaint += text))
  const ended = once(child, 'close').then(([code]) => ({ code: Number(code), complaint }))
  return { child, ended }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'the simulator’s process says where it listens, and %s ends it',
  async (signal) => {
    const { child, ended } = run('0')
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
    expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+\n$/)
    const { hostname, port } = new URL(String(line).replace('listening on ', '').trim())
    expect((await fetch(`http://${hostname}:${port}/control/state`)).status).toBe(200)
    child.kill(signal)
    expect(await ended).toEqual({ code: 0, complaint: '' })
  },
)

test('the simulator’s process reports a taken port and a port that is none in one sentence', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  expect(await run(String(port)).ended).toEqual({
    code: 1,
    complaint: `Port ${port} is taken: stop the program that listens there, or set SIM_PORT to a free port.\n`,
  })
  server.close()
  expect(await run('8o8o').ended).toEqual({
    code: 1,
    complaint:
      'SIM_PORT must be a port number from 0 to 65535: correct it or leave it out for 8788.\n',
  })
})

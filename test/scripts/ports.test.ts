import { createServer } from 'node:net'
import { freePort, portFrom } from '../../scripts/start/ports'

const listening = () =>
  new Promise<{ port: number; close: () => void }>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      resolve({ port, close: () => server.close() })
    })
  })

const said: string[] = []
const say = (line: string) => void said.push(line)

beforeEach(() => said.splice(0))
afterEach(() => delete process.env['SOME_PORT'])

describe('the ports of npm start', () => {
  it('the ports of npm start move when another program has the usual one, and the change is printed', async () => {
    const { port, close } = await listening()
    const found = await freePort('SOME_PORT', port, 'server', say)
    expect(found).toBeGreaterThan(port)
    expect(said).toEqual([
      `Port ${port} is taken by another program: the server uses ${found} (or set SOME_PORT).`,
    ])
    close()
  })

  it('the ports of npm start are refused when the one that was asked for is taken, with the remedy', async () => {
    const { port, close } = await listening()
    process.env['SOME_PORT'] = String(port)
    await expect(freePort('SOME_PORT', 1, 'server', say)).rejects.toThrow(
      `Port ${port} for the server is taken: stop the program that uses it, or choose another with SOME_PORT=`,
    )
    close()
  })

  it('the ports of npm start stay as they are when they are free, and are free after the check', async () => {
    const { port, close } = await listening()
    close()
    expect(await freePort('SOME_PORT', port, 'server', say)).toBe(port)
    expect(await freePort('SOME_PORT', port, 'server', say)).toBe(port)
    expect(said).toEqual([])
  })

  it.each(['0', '70000', 'web', '1.5'])(
    'the ports of npm start are refused when they are not ports (%s)',
    (text) => {
      process.env['SOME_PORT'] = text
      expect(() => portFrom('SOME_PORT', 1)).toThrow(`SOME_PORT is "${text}"`)
    },
  )
})

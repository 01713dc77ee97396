import { createServer } from 'node:net'
import { freePort, freePorts, portFrom } from '../../scripts/start/ports'

const listening = () =>
  new Promise<{ port: number; close: () => void }>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      resolve({ port, close: () => server.close() })
    })
  })

const wish = (fallback: number) => ({ name: 'SOME_PORT', fallback, part: 'server' })

const said: string[] = []
const say = (line: string) => void said.push(line)

beforeEach(() => said.splice(0))
afterEach(() => delete process.env['SOME_PORT'])

describe('the ports of npm start', () => {
  it('the ports of npm start move when another program has the usual one, and the change is printed', async () => {
    const { port, close } = await listening()
    const found = await freePort(wish(port), [], say)
    expect(found).toBeGreaterThan(port)
    expect(said).toEqual([
      `Port ${port} is taken by another program: the server uses ${found} (or set SOME_PORT).`,
    ])
    close()
  })

  it('the ports of npm start are refused when the one that was asked for is taken, with the remedy', async () => {
    const { port, close } = await listening()
    process.env['SOME_PORT'] = String(port)
    await expect(freePort(wish(1), [], say)).rejects.toThrow(
      `Port ${port} for the server is taken: stop the program that uses it, or choose another with SOME_PORT=`,
    )
    close()
  })

  it('the ports of npm start stay as they are when they are free, and are free after the check', async () => {
    const { port, close } = await listening()
    close()
    expect(await freePort(wish(port), [], say)).toBe(port)
    expect(await freePort(wish(port), [], say)).toBe(port)
    expect(said).toEqual([])
  })

  it('the ports of npm start are never one for two parts: the part that was asked gets it, and the other one moves', async () => {
    const { port, close } = await listening()
    close()
    process.env['SOME_PORT'] = String(port)
    const preview = { name: 'ANOTHER_PORT', fallback: port, part: 'preview' }
    const found = await freePorts([preview, wish(1)], say)
    expect(found.get('server')).toBe(port)
    expect(found.get('preview')).toBeGreaterThan(port)
    expect(said).toEqual([
      `Port ${port} is taken by another part: the preview uses ${found.get('preview')} (or set ANOTHER_PORT).`,
    ])
  })

  it('the ports of npm start are refused when two parts ask for the same one', async () => {
    const { port, close } = await listening()
    close()
    process.env['SOME_PORT'] = String(port)
    await expect(freePorts([wish(1), { ...wish(2), part: 'preview' }], say)).rejects.toThrow(
      `Port ${port} is asked for by two parts, the preview is one of them: choose another with SOME_PORT=`,
    )
  })

  it.each(['0', '70000', 'web', '1.5'])(
    'the ports of npm start are refused when they are not ports (%s)',
    (text) => {
      process.env['SOME_PORT'] = text
      expect(() => portFrom('SOME_PORT', 1)).toThrow(`SOME_PORT is "${text}"`)
    },
  )
})

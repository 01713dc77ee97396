import { createServer } from 'node:net'
import { portFrom, requireFree } from '../../scripts/start/ports'

const listening = () =>
  new Promise<{ port: number; close: () => void }>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      resolve({ port, close: () => server.close() })
    })
  })

describe('the ports of npm start', () => {
  it('are told apart when taken, with the remedy', async () => {
    const { port, close } = await listening()
    await expect(requireFree('PORT', port, 'server')).rejects.toThrow(
      `Port ${port} for the server is taken: stop the program that uses it, or choose another with PORT=`,
    )
    close()
  })

  it('are left free after the check', async () => {
    const { port, close } = await listening()
    close()
    await requireFree('PORT', port, 'server')
    await requireFree('PORT', port, 'server')
  })

  it.each(['0', '70000', 'web', '1.5'])('are refused when they are not ports (%s)', (text) => {
    process.env['SOME_PORT'] = text
    expect(() => portFrom('SOME_PORT', 1)).toThrow(`SOME_PORT is "${text}"`)
    delete process.env['SOME_PORT']
  })
})

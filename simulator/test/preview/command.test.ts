import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { runCommand } from '../../package/command'

const portOf = (server: { address: () => unknown }) =>
  String((server.address() as AddressInfo).port)

/** Whether anything takes connections at a port. */
const isTaken = async (port: string) =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  )

it('the command ends, and nothing goes on to listen, when the port of the preview is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  const free = createServer().listen(0, '127.0.0.1')
  await Promise.all([once(taken, 'listening'), once(free, 'listening')])
  const [port, simulatorPort] = [portOf(taken), portOf(free)]
  free.close()
  await once(free, 'close')
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true)

  await runCommand(['.', '--port', port, '--simulator-port', simulatorPort])

  expect(process.exitCode).toBe(1)
  expect(said.mock.calls.flat().join('')).toContain(`Port ${port} is taken`)
  expect(await isTaken(simulatorPort)).toBe(false)
  process.exitCode = 0
  said.mockRestore()
  taken.close()
}, 20_000)

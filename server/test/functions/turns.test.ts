import { runFunction } from '../../src/functions/run-function'
import { openFunctionServer, type FunctionServer } from '../kit/function-server'

jest.mock('../../src/functions/run-function', () => ({ runFunction: jest.fn() }))

let ends: (() => void)[] = []
const OUTCOME = { code: 0, error: {}, data: null }

let server: FunctionServer
beforeAll(async () => {
  server = await openFunctionServer()
}, 120_000)
afterAll(() => server.close())
beforeEach(() => {
  ends = []
  jest
    .mocked(runFunction)
    .mockImplementation(() => new Promise((resolve) => ends.push(() => resolve(OUTCOME as never))))
})

const waitFor = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise(setImmediate)
}
const BUSY = { status: 400, body: expect.objectContaining({ error_code: 'functions_busy' }) }

describe('the turns of cloud functions', () => {
  it('the turns of cloud functions are two at once and ten waiting of one member, whose next is refused at once', async () => {
    const { token } = await server.hand.signIn('busy')
    const { token: other } = await server.hand.signIn('another')
    const call = () => server.invoke(token, 'tells_event')
    const all = Array.from({ length: 12 }, call)
    const refused = await Promise.race([call(), ...all])
    expect(refused).toEqual(BUSY)
    const others = server.invoke(other, 'tells_event')
    await waitFor(() => ends.length === 3)
    const answers = Promise.all(all)
    while (ends.length > 0) {
      for (const end of ends.splice(0)) end()
      await new Promise(setImmediate)
    }
    expect((await others).status).toBe(200)
    expect((await answers).filter(({ status }) => status === 200).length).toBeGreaterThan(2)
  })

  it('the turns of cloud functions in the background are one at once of one member, whose twelfth is refused before it is promised', async () => {
    const { token } = await server.hand.signIn('behind')
    const call = () => server.invoke(token, 'tells_event', {}, false)
    const answers = []
    for (let nth = 0; nth < 12; nth += 1) answers.push(await call())
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(11).fill(200), 400])
    expect(answers.at(-1)).toEqual(BUSY)
    for (let nth = 0; nth < 11; nth += 1) {
      await waitFor(() => ends.length === 1)
      ends.splice(0)[0]?.()
    }
  })
})

import { startSimulator } from '../../start'

const open = async () => {
  const simulator = await startSimulator({ port: 0, now: () => 1000 })
  const post = async (call: string, body?: unknown) => {
    const answer = await fetch(`${simulator.url}/control/${call}`, {
      method: 'POST',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  return { ...simulator, post }
}

type World = Awaited<ReturnType<typeof open>>
let world: World
beforeEach(async () => {
  world = await open()
})
afterEach(() => world.close())

test('a login code from the control API signs in at the API', async () => {
  const { body } = await world.post('login-code', { person: 'alice' })
  const query = `appid=touristappid&secret=s&grant_type=authorization_code&js_code=${body.code}`
  const answer = await fetch(`${world.url}/sns/jscode2session?${query}`)
  expect(await answer.json()).toHaveProperty('session_key')
})

test('a login code for one app is refused to another', async () => {
  const appid = 'wx0123456789abcdef'
  const { body } = await world.post('login-code', { person: 'alice', appid })
  expect(world.platform.exchangeLoginCode(body.code, 'touristappid').kind).toBe('invalid')
  expect(world.platform.exchangeLoginCode(body.code, appid).kind).toBe('session')
})

test('the clock of the simulator moves as requested and says its time', async () => {
  expect((await world.post('clock', { advanceMs: 500 })).body).toEqual({ now: 1500 })
  expect((await world.post('clock', { advanceMs: 0 })).body).toEqual({ now: 1500 })
})

test('a reset brings the whole simulator back to the start', async () => {
  const { body } = await world.post('login-code', { person: 'alice' })
  await world.post('clock', { advanceMs: 500 })
  expect((await world.post('reset')).body).toEqual({})
  expect(world.platform.clock.now()).toBe(1000)
  expect(world.platform.exchangeLoginCode(body.code, 'touristappid').kind).toBe('invalid')
})

test.each([
  ['login-code', undefined, 'The body must be a JSON object.'],
  ['login-code', {}, 'The body lacks "person".'],
  ['login-code', { person: 7 }, '"person" must be of type string.'],
  ['login-code', { person: '' }, '"person" must NOT have fewer than 1 characters.'],
  [
    'login-code',
    { person: 'a', appId: 'x' },
    'The body has a field "appId" that this call does not take.',
  ],
  ['login-code', { person: 'a', appid: 'x' }, expect.stringMatching(/^"appid" must match pattern/)],
  ['clock', { advanceMs: -1 }, '"advanceMs" must be >= 0.'],
  ['clock', { advanceMs: '5' }, '"advanceMs" must be of type integer.'],
])('the control call %s with %j is refused in one sentence', async (call, body, error) => {
  expect(await world.post(call, body)).toEqual({ status: 400, body: { error } })
})

test('a taken port of the simulator is reported in one sentence with the remedy', async () => {
  const port = Number(new URL(world.url).port)
  await expect(startSimulator({ port })).rejects.toThrow(
    `Port ${port} is taken: stop the program that listens there, or set SIM_PORT to a free port.`,
  )
})

test.each([
  ['application/json', '{', /^Body is not valid JSON/],
  [
    'application/x-www-form-urlencoded',
    'person=alice',
    /^The body must be JSON: send it with content-type/,
  ],
])(
  'a control call with a body of %s that reads %s is refused with the remedy',
  async (type, body, sentence) => {
    const answer = await fetch(`${world.url}/control/login-code`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect((await answer.json()).error).toMatch(sentence)
  },
)

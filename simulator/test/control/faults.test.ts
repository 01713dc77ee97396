import { ERROR_MESSAGES } from '../../api/errors'
import { startSimulator } from '../../start'
import { callSimulator, tourist } from '../api/called-simulator'

const asked = { grant_type: 'client_credential', appid: tourist, secret: 's' }

test('every documented errcode answers as many calls as it is injected for, and the next call succeeds', async () => {
  const { control, post } = await callSimulator()
  for (const errcode of Object.keys(ERROR_MESSAGES).map(Number)) {
    await control('fault', { kind: 'errcode', errcode, api: 'cgi-bin/stable_token', times: 2 })
    const answers = [1, 2, 3].map(() => post('cgi-bin/stable_token', asked))
    const codes = (await Promise.all(answers)).map((answer) => answer.errcode)
    expect(codes).toEqual([errcode, errcode, undefined])
  }
})

test.each([40014, 43104, 40243, 50004, 61004, 89503])(
  'the errcode %i, which WeChat answers without a mistake in the call, can be injected',
  async (errcode) => {
    const { control, post } = await callSimulator()
    await control('fault', { kind: 'errcode', errcode, api: 'cgi-bin/stable_token', times: 1 })
    expect((await post('cgi-bin/stable_token', asked)).errcode).toBe(errcode)
  },
)

const methods = {
  'sns/jscode2session': 'get',
  'cgi-bin/token': 'get',
  'cgi-bin/stable_token': 'post',
  'wxa/business/getuserphonenumber': 'post',
  'wxa/msg_sec_check': 'post',
  'wxa/media_check_async': 'post',
  'wxa/checksession': 'get',
  'wxa/resetusersessionkey': 'get',
} as const

test('a fault can be injected into each endpoint, and is met by calls of that endpoint only', async () => {
  const endpoints = Object.entries(methods)
  for (const [api] of endpoints) {
    const called = await callSimulator()
    await called.control('fault', { kind: 'errcode', errcode: -1, api })
    const hit: string[] = []
    for (const [path, method] of endpoints) {
      if ((await called[method](path, {})).errcode === -1) hit.push(path)
    }
    expect(hit).toEqual([api])
  }
})

test('an uncounted fault lasts until it is cleared, and a reset clears it too', async () => {
  const { control, post } = await callSimulator()
  const lasting = { kind: 'errcode', errcode: -1 }
  await control('fault', lasting)
  expect((await post('cgi-bin/stable_token', asked)).errcode).toBe(-1)
  expect(await control('fault', { kind: 'clear' })).toEqual({ faults: [] })
  expect(await post('cgi-bin/stable_token', asked)).toHaveProperty('access_token')
  await control('fault', lasting)
  await control('reset')
  expect(await post('cgi-bin/stable_token', asked)).toHaveProperty('access_token')
})

test('a failing endpoint does not consume the code it was sent', async () => {
  const { control, get } = await callSimulator()
  const { code } = await control('login-code', { person: 'alice' })
  const query = { appid: tourist, secret: 's', grant_type: 'authorization_code', js_code: code }
  await control('fault', { kind: 'errcode', errcode: -1, api: 'sns/jscode2session', times: 1 })
  expect((await get('sns/jscode2session', query)).errcode).toBe(-1)
  expect(await get('sns/jscode2session', query)).toHaveProperty('session_key')
})

test('an injected gateway error is a page of HTML, not JSON', async () => {
  const { control, app } = await callSimulator()
  await control('fault', { kind: 'http', status: 502 })
  const answer = await app.inject({ url: '/cgi-bin/token' })
  expect(answer.statusCode).toBe(502)
  expect(answer.headers['content-type']).toMatch(/^text\/html/)
})

test('a slowed call is answered when its time has passed, not before', async () => {
  const { control, app } = await callSimulator()
  await control('fault', { kind: 'slow', delayMs: 60_000, times: 1 })
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] })
  try {
    let answered = false
    const answer = app.inject({ url: '/cgi-bin/token' }).then(() => {
      answered = true
    })
    await jest.advanceTimersByTimeAsync(59_999)
    expect(answered).toBe(false)
    await jest.advanceTimersByTimeAsync(1)
    await answer
    expect(answered).toBe(true)
  } finally {
    jest.useRealTimers()
  }
})

test('a dropped connection ends without an answer', async () => {
  const { url, platform, close } = await startSimulator({ port: 0 })
  platform.faults.inject({ trouble: { kind: 'dropped' }, api: 'cgi-bin/token', times: 1 })
  await expect(fetch(`${url}/cgi-bin/token`)).rejects.toThrow('fetch failed')
  expect((await fetch(`${url}/cgi-bin/token`)).status).toBe(200)
  expect(platform.calls.latest().map(({ outcome }) => outcome)).toEqual(['dropped', 40002])
  await close()
})

test.each([
  [{}, 'The body lacks "kind".'],
  [{ kind: 'fire' }, 'The body must have a "kind" that this call knows: see simulator/README.md.'],
  [{ kind: 'errcode' }, 'The body lacks "errcode".'],
  [{ kind: 'errcode', errcode: 7 }, expect.stringMatching(/^"errcode" must be one of .*40029/)],
  [{ kind: 'slow', delayMs: 0 }, '"delayMs" must be >= 1.'],
  [{ kind: 'dropped', api: 'sns/x' }, expect.stringMatching(/^"api" must be one of sns\/jscode2/)],
  [{ kind: 'dropped', times: 0 }, '"times" must be >= 1.'],
])('the fault %j is refused in one sentence', async (body, error) => {
  const { control } = await callSimulator()
  expect(await control('fault', body)).toEqual({ error })
})

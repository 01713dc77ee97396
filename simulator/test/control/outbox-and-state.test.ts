import { callSimulator, start, tourist } from '../api/called-simulator'

test('the mails and text messages wait in the outbox, oldest first, until a reset', async () => {
  const { control, get } = await callSimulator()
  const mail = { to: 'a@example.com', subject: 'Hello', text: 'Code 123456' }
  const sms = { to: '13800138000', text: '验证码 654321' }
  expect(await control('outbox/mail', mail)).toEqual({ id: 1 })
  expect(await control('outbox/sms', sms)).toEqual({ id: 2 })
  expect(await get('control/outbox')).toEqual({
    mails: [{ ...mail, id: 1, at: start }],
    sms: [{ ...sms, id: 2, at: start }],
  })
  await control('reset')
  expect(await get('control/outbox')).toEqual({ mails: [], sms: [] })
})

test('the outbox keeps the latest two hundred', async () => {
  const { platform } = await callSimulator()
  for (let count = 1; count <= 201; count += 1) {
    platform.outbox.addSms({ to: '1', text: String(count) })
  }
  expect(platform.outbox.sms()).toHaveLength(200)
  expect(platform.outbox.sms()[0]?.text).toBe('2')
})

test('the state of the simulator reports who is here, what was called and what is broken', async () => {
  const { control, get, signIn, token } = await callSimulator()
  const { openid } = await signIn('alice')
  await token()
  await token()
  await control('fault', { kind: 'dropped', api: 'wxa/checksession', times: 3 })
  const state = await get('control/state')
  expect(state).toMatchObject({
    now: start,
    people: [
      { person: 'alice', standing: 'normal', lastVisit: start, apps: [{ appid: tourist, openid }] },
    ],
    faults: [{ trouble: { kind: 'dropped' }, api: 'wxa/checksession', times: 3 }],
    calls: { counts: { 'cgi-bin/stable_token': 2 } },
    outbox: { mails: 0, sms: 0 },
    push: { target: null, deliveries: [] },
  })
})

test('no secret is in the state of the simulator: no code, key, token, message or whole phone number', async () => {
  const { control, app, signIn, token, platform } = await callSimulator()
  const { sessionKey } = await signIn('alice')
  const secrets = [
    sessionKey,
    await token(),
    (await control('login-code', { person: 'alice' })).code,
    (await control('phone-code', { person: 'alice' })).code,
    ...platform.profiles.of('alice').phones.map((phone) => phone.purePhoneNumber),
  ]
  await control('outbox/sms', { to: '13911112222', text: 'Code 123456' })
  const { body } = await app.inject({ url: '/control/state' })
  expect(secrets.every((secret) => secret.length >= 11)).toBe(true)
  for (const secret of [...secrets, '123456', '13911112222']) expect(body).not.toContain(secret)
})

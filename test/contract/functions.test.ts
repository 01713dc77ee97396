import { openOurPhone } from './differential/clients'
import { openWorld } from './kit/world'

const world = openWorld()
const theirs = (person: string) => world.phone(person).BaaS
const ours = (person: string) => openOurPhone(world, person, { server: world.server }).BaaS

/** Expectations: the vendor's pages on calling functions (SDK, Web API, Open API); docs/protocol.md 5. */
describe.each([
  ['the vendor’s SDK', 'functions-theirs', theirs],
  ['our client', 'functions-ours', ours],
])('a cloud function that goes wrong, called by %s', (_client, person, open) => {
  const signedIn = async () => {
    const BaaS = open(person)
    await BaaS.auth.loginWithWechat()
    return BaaS
  }

  it('a cloud function that threw resolves with code 1 and the error', async () => {
    const { invoke } = await signedIn()
    expect(await invoke('throws')).toEqual({
      code: 1,
      data: null,
      error: { message: 'no luck', type: 'TypeError' },
    })
  })

  it('a cloud function whose run came to no answer rejects with 400 and the reason', async () => {
    const { invoke } = await signedIn()
    const error: unknown = await invoke('eats_memory').catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 400 })
    expect(JSON.stringify({ ...Object(error), said: String(error) })).toContain('its process ended')
  })

  it('a cloud function that is not deployed rejects with 404', async () => {
    const { invoke } = await signedIn()
    await expect(invoke('no_such_function')).rejects.toMatchObject({ code: 404 })
  })

  // docs/protocol.md 9.39
  it('a cloud function that was asked to act on another person resolves with code 1', async () => {
    const { invoke } = await signedIn()
    const data = { userID: 1, data: { userInfo: { nickName: 'x' } } }
    expect(await invoke('update_wechat_user_info', data)).toMatchObject({
      code: 1,
      error: { message: expect.stringContaining('userID is not the caller') },
    })
  })
})

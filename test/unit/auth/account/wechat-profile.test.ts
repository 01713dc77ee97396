import { alice, answered, granted, settle } from '../../../kit/fake-backend'
import { launchedWith } from '../../../kit/make-auth'

const profile = { userInfo: { nickName: 'Al' }, rawData: '{}', signature: 's' }

describe('a profile that the cloud function writes', () => {
  beforeEach(() => void (__FEATURES__.profileWriter = 'cloudFunction'))
  afterEach(() => void (__FEATURES__.profileWriter = 'client'))

  const writing = async (reply: object) => {
    const { account, network } = await launchedWith(granted())
    const written = account.saveWechatProfile(profile, 'early')
    await settle()
    const asked = network.requests.at(-1)?.body
    network.answer(answered(reply))
    await settle()
    return { written, asked, network }
  }

  it('a profile that the cloud function writes is sent with the code of the login before it, and the user is read anew', async () => {
    const { written, asked, network } = await writing({ code: 0, data: alice, error: {} })
    expect(asked).toEqual({
      function_name: 'update_wechat_user_info',
      sync: true,
      data: { userID: alice.id, data: profile, syncUserProfile: 'setnx', code: 'early' },
    })
    network.answer(answered({ ...alice, nickname: 'Al' }))
    expect(await written).toMatchObject({ tag: 'done', value: { nickname: 'Al' } })
  })

  it('a profile that the cloud function writes fails as the server when the function did', async () => {
    const { written } = await writing({ code: 1, data: null, error: { message: 'no luck' } })
    expect(await written).toMatchObject({ tag: 'failed', failure: { kind: 'server' } })
  })
})

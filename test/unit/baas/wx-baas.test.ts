import type { WxBaas } from '../../../src/baas/wx-baas'
import { answered, granted, alice, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'

const POLICY = {
  id: 'file-1',
  policy: 'POLICY',
  authorization: 'UPYUN op:sig',
  path: 'https://cdn.invalid/1e.png',
  upload_url: 'https://storage.invalid/_upload',
}
const STORED = '{"code":200,"url":"1e.png","time":1512531154,"mimetype":"image/png","file_size":7}'

const sentBy = ({ network }: ReturnType<typeof makeAuth>) => {
  const { method, url, body } = network.requests.at(-1) ?? {}
  return [`${method} ${url?.replace('https://baas.invalid', '')}`, body]
}

describe('wx.BaaS: utilities', () => {
  it('invokes a cloud function and gives its reply', async () => {
    const made = await launchedWith(granted())
    const reply = made.baas.invoke('update_wechat_user_info', { a: 1 })
    await settle()
    expect(sentBy(made)).toEqual([
      'POST /hserve/v1/cloud-function/job/',
      { function_name: 'update_wechat_user_info', sync: true, data: { a: 1 } },
    ])
    made.network.answer(answered({ code: 0, data: 'done', error: {} }))
    expect(await reply).toEqual({ code: 0, data: 'done', error: {} })
  })

  it.each([
    [
      'sendSmsCode',
      (made: ReturnType<typeof makeAuth>) =>
        made.baas.sendSmsCode({ phone: '138', signatureID: 3 }),
      ['POST /hserve/v2.2/sms-verification-code/', { phone: '138', signature_id: 3 }],
    ],
    [
      'wxCensorText',
      (made: ReturnType<typeof makeAuth>) => made.baas.wxCensorText('hi'),
      ['POST /hserve/v1.7/censor-msg/', { content: 'hi' }],
    ],
    [
      'getServerDate',
      (made: ReturnType<typeof makeAuth>) => made.baas.getServerDate(),
      ['GET /hserve/v2.2/server/time/', undefined],
    ],
    [
      'requestPasswordReset',
      (made: ReturnType<typeof makeAuth>) =>
        made.baas.auth.requestPasswordReset({ email: 'a@b.c' }),
      ['POST /hserve/v2.0/user/password/reset/', { email: 'a@b.c' }],
    ],
  ])('%s answers in the documented shape', async (_, act, expected) => {
    const made = await launchedWith(granted())
    const answer = act(made)
    await settle()
    expect(sentBy(made)).toEqual(expected)
    made.network.answer(answered({ status: 'ok' }))
    expect(await answer).toEqual({ statusCode: 200, data: { status: 'ok' } })
  })

  it.each([
    ['3.8.12', 'v2.7', { encryptedData: 'E', iv: 'I', phone_code: 'pc' }],
    ['2.21.1', 'v1', { encryptedData: 'E', iv: 'I' }],
  ])('decrypts on base library %s', async (libVersion, version, body) => {
    const wechat = { loginCode: async () => 'c', libVersion: () => libVersion }
    const made = await launchedWith(granted(), { wechat })
    const opened = made.baas.wxDecryptData('E', 'I', 'phone-number', 'pc')
    await settle()
    expect(sentBy(made)).toEqual([`POST /hserve/${version}/wechat/decrypt/phone-number/`, body])
    made.network.answer(answered({ purePhoneNumber: '138' }))
    expect(await opened).toEqual({ purePhoneNumber: '138' })
  })

  const incomplete: Array<[string, Parameters<WxBaas['wxDecryptData']>]> = [
    ['nothing to open', ['', 'I', 'open-gid']],
    ['no iv', ['E', '', 'open-gid']],
    ['no phone code', ['E', 'I', 'phone-number']],
  ]
  it.each(incomplete)(
    'W14: refuses to decrypt with %s before any request: 605',
    async (_, args) => {
      const made = await launchedWith(granted())
      await expect(made.baas.wxDecryptData(...args)).rejects.toMatchObject({ code: 605 })
      expect(made.network.requests).toHaveLength(1)
    },
  )
})

it('W24: sends nothing that nobody asked for, no question about its own version either', async () => {
  const { auth, network, clock } = makeAuth({ launchProof: undefined })
  await auth.launch()
  clock.advance(86_400_000)
  await settle()
  expect(network.requests).toEqual([])
})

describe('wx.BaaS: File.upload', () => {
  const started = async () => {
    const made = await launchedWith(granted())
    const file = { filePath: 'wxfile://tmp/a.png' }
    const uploading = new made.baas.File().upload(file, { categoryName: 'avatar' })
    await settle()
    return { ...made, uploading }
  }

  it('asks for a policy, sends the bytes, and gives the file as documented', async () => {
    const made = await started()
    expect(sentBy(made)).toEqual([
      'POST /hserve/v2.1/upload/',
      { filename: 'a.png', category_name: 'avatar' },
    ])
    made.network.answer(answered(POLICY))
    await settle()
    made.uploads.answer(answered(STORED))
    expect(await made.uploading).toEqual({
      statusCode: 200,
      data: {
        status: 'ok',
        path: POLICY.path,
        file: {
          id: 'file-1',
          path: POLICY.path,
          name: 'a.png',
          created_at: 1512531154,
          mime_type: 'image/png',
          cdn_path: '1e.png',
          size: 7,
        },
      },
    })
  })

  it('tells how far it is, whenever somebody listens', async () => {
    const made = await started()
    const heard: number[] = []
    made.network.answer(answered(POLICY))
    await settle()
    const tell = made.uploads.onProgress.at(-1)
    const at = (progress: number) =>
      tell?.({ progress, totalBytesSent: progress, totalBytesExpectedToSend: 100 })
    at(10)
    made.uploading.onProgressUpdate(({ progress }) => heard.push(progress))
    at(60)
    expect(heard).toEqual([60])
  })

  it('W26: sends neither the token nor a header of ours to the storage', async () => {
    const made = await started()
    made.network.answer(answered(POLICY))
    await settle()
    expect(JSON.stringify(made.uploads.requests)).not.toContain('token-of-this-session')
    expect(made.uploads.requests[0]).toMatchObject({ url: POLICY.upload_url, headers: {} })
  })

  it.each([
    ['an HTML page', answered('<html>'), 502],
    ['too large', answered('<html>', 413), 413],
  ])('W27: %s in answer rejects', async (_, answer, code) => {
    const made = await started()
    made.network.answer(answered(POLICY))
    await settle()
    made.uploads.answer(answer)
    await expect(made.uploading).rejects.toMatchObject({ code })
  })

  it('W27: can be aborted in both steps', async () => {
    const early = await started()
    early.uploading.abort()
    await expect(early.uploading).rejects.toMatchObject({ code: 499 })

    const late = await started()
    late.network.answer(answered(POLICY))
    await settle()
    late.uploading.abort()
    await expect(late.uploading).rejects.toMatchObject({ code: 499 })
    expect(late.uploads.aborted).toHaveLength(1)
  })
})

describe('wx.BaaS: deprecated shapes', () => {
  it('login(false) signs in silently and answers as in 1.x', async () => {
    const made = makeAuth({ launchProof: undefined })
    const login = made.baas.login(false)
    await settle()
    made.network.answer(granted())
    const old = { id: alice.id, openid: alice.openid, unionid: '', session_expires_at: 2_592_970 }
    expect(await login).toEqual(old)
    expect(await made.baas.login(false)).toEqual(old)
    expect(made.network.requests).toHaveLength(1)
  })

  it('login() and login(true) are gone: 605', async () => {
    const { baas } = makeAuth()
    await expect(baas.login(true as never)).rejects.toMatchObject({ code: 605 })
  })

  it('handleUserInfo() opens no account unless told, and answers as in 1.x', async () => {
    const made = makeAuth()
    const event = { detail: { code: 'pc', encryptedData: 'E', iv: 'I' }, code: 'early' }
    const handled = made.baas.handleUserInfo(event)
    await settle()
    expect(sentBy(made)[1]).toMatchObject({ create_user: false, code: 'early' })
    made.network.answer(granted())
    expect(await handled).toMatchObject({
      id: alice.id,
      nickName: 'Alice',
      avatarUrl: alice.avatar,
    })
  })

  it('loginWithWechat(userInfoEvent, {syncUserProfile}) takes the event for a phone event', async () => {
    const made = makeAuth()
    const options = { code: 'early', syncUserProfile: 'overwrite' } as const
    const event = { detail: { encryptedData: 'E', iv: 'I' } }
    await expect(made.baas.auth.loginWithWechat(event, options)).rejects.toMatchObject({
      code: 605,
    })
  })

  it('linkWechat(detail) of the getUserInfo button links by a code, as if it had been given nothing', async () => {
    const made = await launchedWith(granted({ ...alice, openid: null }))
    void made.baas.auth.linkWechat({ encryptedData: 'E', iv: 'I' })
    await settle()
    expect(sentBy(made)).toEqual([
      'POST /hserve/v2.4/idp/wechat/user-associate/',
      { code: 'code-2', associate_with_unionid: false },
    ])
  })

  it('logout() is auth.logout()', async () => {
    const made = await launchedWith(granted())
    const out = made.baas.logout()
    await settle()
    made.network.answer(refused(500))
    await out
    expect(made.session()).toEqual({ tag: 'guest', reason: 'signedOut' })
  })
})

import { createSdkSession, type SdkStorage } from '../../src/compat/wx-baas/sdk-session'
import { createAccount } from '../../src/auth/account'
import { createSignInActions } from '../../src/auth/account/sign-in'
import { createAuth } from '../../src/auth/auth'
import type { AuthPorts } from '../../src/auth/ports'
import type { AuthKit } from '../../src/auth/AuthProvider'
import { createSignInPrompt } from '../../src/auth/sign-in-prompt'
import { createSend, type Call } from '../../src/baas/send'
import type { Upload } from '../../src/baas/upload'
import { createWxBaas } from '../../src/compat/wx-baas/wx-baas'
import { grantedFlat, scriptedTransport, settle } from './fake-backend'
import { fakeClock } from './fake-clock'
import { memorySdkStorage } from './memory-sdk-storage'
import { memoryStorage } from './memory-storage'

type Progress = Parameters<Upload>[0]['onProgress']

/** A call of some page, of a member or of anyone. */
export const pageCall = (as: Call['as'] = 'member'): Call => ({
  method: 'GET',
  path: '/hserve/v2.5/some/page/',
  as,
})

/** A session machine on fake ports, with the handles a test needs to drive it. */
export const makeAuth = ({
  sdkStorage = memorySdkStorage(),
  ...ports
}: Partial<AuthPorts & { sdkStorage: SdkStorage }> = {}) => {
  const network = scriptedTransport()
  const clock = fakeClock()
  const uploads = { ...scriptedTransport(), onProgress: [] as Progress[] }
  const codes = { given: 0 }
  const heard = { show: () => {}, online: () => {}, storage: () => {} }
  const opened: string[] = []
  const { transport } = network

  const wechat = {
    loginCode: async () => `code-${++codes.given}`,
    libVersion: () => '3.8.12',
  }
  const auth = createAuth({
    send: createSend({
      host: 'https://baas.invalid',
      clientId: 'starter-dev',
      platform: 'WECHAT',
      transport,
      clock: ports.clock ?? clock,
      deviceId: () => 'device-of-the-test',
    }),
    storage: memoryStorage(),
    sdkSession: createSdkSession(sdkStorage),
    clock,
    columns: ['kept_articles'],
    wechat,
    lifecycle: {
      onShow: (listener) => void (heard.show = listener),
      onOnline: (listener) => void (heard.online = listener),
      onStorage: (listener) => void (heard.storage = listener),
    },
    upload: ({ onProgress, ...request }) => {
      uploads.onProgress.push(onProgress)
      return uploads.transport({ ...request, method: 'POST', headers: {} })
    },
    launchCredentials: { by: 'wechat', createUser: false, withUnionID: false },
    ...ports,
  })
  const baas = createWxBaas({ ...auth, send: auth.request, session: auth })
  const prompt = createSignInPrompt(auth, () => opened.push('sign-in page'))
  const actions = createSignInActions(auth)
  const kit: AuthKit = { auth, actions, prompt, timeline: undefined }
  return {
    auth,
    baas,
    actions,
    account: createAccount(auth),
    prompt,
    kit,
    network,
    uploads,
    clock,
    codes,
    opened,
    comeBack: () => heard.show(),
    goOnline: () => heard.online(),
    otherTab: () => heard.storage(),
    session: () => auth.view.getState().session,
  }
}

/** A machine whose launch login has been answered. */
export const launchedWith = async (
  answer: Parameters<ReturnType<typeof scriptedTransport>['answer']>[0],
  ports: Parameters<typeof makeAuth>[0] = {},
) => {
  const made = makeAuth(ports)
  const launched = made.auth.launch()
  await settle()
  made.network.answer(answer)
  await launched
  return made
}

/** A machine without WeChat, whose person has signed in with a password. */
export const signedInByPassword = async (ports: Parameters<typeof makeAuth>[0] = {}) => {
  const made = makeAuth({ launchCredentials: undefined, ...ports })
  await made.auth.launch()
  const account = { username: 'alice' }
  const signedIn = made.auth.signIn({ by: 'password', account, password: 'a sentence' })
  await settle()
  made.network.answer(grantedFlat())
  await signedIn
  return made
}

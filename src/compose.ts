import type { AuthKit } from './auth/AuthProvider'
import { createSignInActions } from './auth/account/sign-in'
import { createAuth } from './auth/auth'
import { observeAuth, observePorts } from './auth/observe'
import type { AuthPorts } from './auth/ports'
import { createSignInPrompt } from './auth/sign-in-prompt'
import { createTimeline } from './auth/timeline'
import { writeProfileByFunction } from './baas/profile'
import { createSend } from './baas/send'
import { installShells } from './compat/install'
import { createTianmu } from './compat/tianmu/tianmu'
import { appId, launchScene, vendorTianmu } from './compat/tianmu/vendor'
import { createSdkSession } from './compat/wx-baas/sdk-session'
import { sdkStorage } from './compat/wx-baas/sdk-storage'
import { createWxBaas } from './compat/wx-baas/wx-baas'
import { env } from './env'
import { openSignIn } from './features/navigation/open'
import { forgetDraftAtSignOut } from './features/notes/forget-draft-at-sign-out'
import { createPrivacyQueue } from './features/privacy/queue'
import { isPopupDue, rememberAnswer } from './features/profile/last-answer'
import type { Services } from './features/services'
import { observePlatform } from './features/timeline/observe-platform'
import { platform } from './platform'
import { createDeviceId } from './platform/device-id'

const { client, transport, clock, storage } = platform

// A header that the hosted service's CORS policy does not list would fail every request of a browser; this one is
// not documented.
const isHosted = env.baasHost.endsWith('.myminapp.com')

const ports: AuthPorts = {
  ...platform,
  columns: [],
  sdkSession: __FEATURES__.wxBaas ? createSdkSession(sdkStorage) : undefined,
  send: createSend({
    host: env.baasHost,
    clientId: env.baasClientId,
    platform: client,
    transport,
    clock,
    ...(isHosted ? {} : { deviceId: createDeviceId(storage, platform.randomBytes) }),
  }),
  launchCredentials:
    __TARGET__ === 'weapp'
      ? { by: 'wechat', createUser: env.createUserOnLaunch, withUnionID: env.withUnionID }
      : undefined,
}

/** What happened to the session, for the hidden page of development builds; no other build has it. */
const timeline = __DEVELOPMENT__ ? createTimeline(clock) : undefined

const machine = createAuth(
  __DEVELOPMENT__ && timeline !== undefined ? observePorts(ports, timeline) : ports,
)

// The preview's panel looks for it under this name (simulator/README.md).
if (__DEVELOPMENT__ && timeline !== undefined) {
  Object.assign(globalThis, { __authTimeline: timeline.events })
}

/** The one session machine of the running app. */
export const auth =
  __DEVELOPMENT__ && timeline !== undefined ? observeAuth(machine, timeline) : machine

/** The same session, shaped like `wx.BaaS`: only in builds that ask for it (TARO_APP_WX_BAAS). @public */
export const baas = __FEATURES__.wxBaas
  ? createWxBaas({ ...auth, send: auth.request, session: auth })
  : undefined

/** The same session, shaped like `wx.tmSDK`: only in builds that ask for it (TARO_APP_TIANMU). @public */
export const tianmu = __FEATURES__.tianmu
  ? createTianmu({
      auth,
      appId: appId(),
      isDue: () => isPopupDue(storage, __FEATURES__.profileOffer, clock.now()),
      noteAnswer: () => rememberAnswer(storage, clock.now()),
      askProfile: platform.askProfile,
      byFunction: __FEATURES__.profileWriter === 'client' ? undefined : writeProfileByFunction,
      scene: launchScene(),
      vendor: vendorTianmu(),
    })
  : undefined

if (__FEATURES__.wxBaas || __FEATURES__.tianmu) installShells({ BaaS: baas, tmSDK: tianmu })

forgetDraftAtSignOut(auth, storage)

export const authKit: AuthKit = {
  auth,
  actions: createSignInActions(auth),
  prompt: createSignInPrompt(auth, openSignIn),
  timeline,
}

/** What the features work with beside it. */
export const services: Services = {
  platform:
    __DEVELOPMENT__ && timeline !== undefined ? observePlatform(platform, timeline) : platform,
  privacyQueue: __FEATURES__.privacySheet === 'own' ? createPrivacyQueue() : undefined,
}

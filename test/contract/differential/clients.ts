import { createSdkSession } from '../../../src/compat/wx-baas/sdk-session'
import { randomBytes } from 'node:crypto'
import { createAuth, type Auth } from '../../../src/auth/auth'
import { createSend } from '../../../src/baas/send'
import { BaasError } from '../../../src/baas/errors'
import { type Transport } from '../../../src/baas/transport'
import type { Upload } from '../../../src/baas/upload'
import { createWxBaas } from '../../../src/compat/wx-baas/wx-baas'
import { createDeviceId } from '../../../src/platform/device-id'
import { memorySdkStorage } from '../../kit/memory-sdk-storage'
import { memoryStorage } from '../../kit/memory-storage'
import type { PhoneEvent } from '../kit/sdk-types'
import type { World } from '../kit/world'
import { createNetwork, type PhoneFile } from '../kit/wx-network'

/** What both clients can do, in the words of the documents; results are compared, so they stay unknown here. */
export interface SharedUser {
  set: (columns: Readonly<Record<string, unknown>>) => { update: () => Promise<unknown> }
  toJSON: () => unknown
  linkWechat: () => Promise<unknown>
  setUsername: (username: string) => Promise<unknown>
  setEmail: (email: string) => Promise<unknown>
  setMobilePhone: (phone: string) => Promise<unknown>
  setAccount: (settings: { username?: string; password?: string }) => Promise<unknown>
  updatePassword: (change: { password: string; newPassword: string }) => Promise<unknown>
  requestEmailVerification: () => Promise<unknown>
  verifyMobilePhone: (code: string) => Promise<unknown>
}

interface SharedBaas {
  readonly auth: {
    silentLogin: (options?: { createUser?: boolean }) => Promise<unknown>
    loginWithWechat: (
      event?: PhoneEvent | null,
      options?: { createUser?: boolean; withUnionID?: boolean; code?: string },
    ) => Promise<SharedUser>
    login: (credentials: {
      phone?: string
      email?: string
      username: string
      password: string
    }) => Promise<SharedUser>
    linkWechat: (options?: { withUnionID?: boolean }) => Promise<unknown>
    register: (credentials: { username: string; password: string }) => Promise<SharedUser>
    loginWithSmsVerificationCode: (
      phone: string,
      code: string,
      options?: { createUser?: boolean },
    ) => Promise<SharedUser>
    anonymousLogin: () => Promise<SharedUser>
    getCurrentUser: () => Promise<SharedUser>
    updateUserInfo: (
      profile: object,
      options?: { code?: string; syncUserProfile?: 'overwrite' | 'setnx' | 'false' },
    ) => Promise<SharedUser>
    updatePhoneNumber: (event: PhoneEvent, options?: { overwrite?: boolean }) => Promise<SharedUser>
    requestPasswordReset: (form: { email: string }) => Promise<unknown>
    logout: () => Promise<unknown>
  }
  login: (forceLogin: false) => Promise<unknown>
  handleUserInfo: (event: PhoneEvent & { code?: string; createUser?: boolean }) => Promise<unknown>
  invoke: (name: string, data?: unknown, sync?: boolean) => Promise<unknown>
  sendSmsCode: (form: { phone: string }) => Promise<unknown>
  wxCensorText: (text: string) => Promise<unknown>
  wxDecryptData: (
    encryptedData: string,
    iv: string,
    type: 'phone-number',
    code?: string,
  ) => Promise<unknown>
  getServerDate: () => Promise<unknown>
  readonly File: new () => {
    upload: (
      file: { filePath: string },
      options?: { categoryName?: string },
    ) => PromiseLike<unknown>
  }
}

/** A phone with one of the two clients on it. */
export interface SharedPhone {
  readonly BaaS: SharedBaas
  readonly loginCode: () => Promise<string>
  readonly tapPhoneButton: () => Promise<PhoneEvent>
  readonly keepFile: (path: string, file: PhoneFile) => void
}

export interface PhoneKind {
  readonly server: string
  readonly libVersion?: string
  /** Where the SDK keeps its keys; pass it to look at it, or to launch the same phone again. */
  readonly storage?: Map<string, unknown>
}

/** What our client keeps its state in; pass it to count, or to launch the same phone again. */
export interface OurStores {
  readonly storage: ReturnType<typeof memoryStorage>
  readonly sdkStorage: ReturnType<typeof memorySdkStorage>
}

const emptyStores = (): OurStores => ({
  storage: memoryStorage(),
  sdkStorage: memorySdkStorage(),
})

export type OpenPhone = (person: string, kind: PhoneKind) => SharedPhone

/** Phones with the vendor's SDK. */
export const sdkPhones =
  (world: World): OpenPhone =>
  (person, kind) =>
    world.phone(person, kind)

/** Phones with our client, over the same `wx` of the same kit. */
export const ourPhones =
  (world: World, storesOf: (person: string) => OurStores = emptyStores): OpenPhone =>
  (person, kind) =>
    openOurPhone(world, person, kind, storesOf(person))

/** One phone with our client, and its session machine. */
export const openOurPhone = (
  world: World,
  person: string,
  kind: PhoneKind,
  stores: OurStores = emptyStores(),
): SharedPhone & { readonly auth: Auth } => {
  const sdk = world.phone(person, kind)
  const files = new Map<string, PhoneFile>()
  const network = createNetwork({ files, record: () => undefined, isOnline: () => true })

  const transport: Transport = ({ method, url, headers, body }) =>
    exchanged((callbacks) =>
      network.request({ method, url, header: headers, data: body, ...callbacks }),
    )
  const upload: Upload = ({ url, filePath, field, fields }) =>
    exchanged((callbacks) =>
      network.uploadFile({ url, filePath, name: field, formData: fields, ...callbacks }),
    )
  const clock = { now: Date.now, after: soon }
  const wechat = { loginCode: sdk.loginCode, libVersion: () => kind.libVersion ?? '3.10.0' }
  const auth = createAuth({
    send: createSend({
      host: kind.server,
      clientId: world.clientId,
      platform: 'WECHAT',
      transport,
      clock,
      deviceId: createDeviceId(stores.storage, () => [...randomBytes(16)]),
    }),
    storage: stores.storage,
    sdkSession: createSdkSession(stores.sdkStorage),
    clock,
    wechat,
    upload,
    lifecycle: {
      onShow: () => undefined,
      onOnline: () => undefined,
      onStorage: () => undefined,
    },
    // Like the SDK's init: nothing is asked of the server before someone calls something.
    columns: [],
    launchCredentials: undefined,
  })
  void auth.launch()
  const BaaS = createWxBaas({ ...auth, send: auth.request, session: auth })
  return {
    auth,
    BaaS,
    loginCode: sdk.loginCode,
    tapPhoneButton: sdk.tapPhoneButton,
    keepFile: (path, file) => void files.set(path, file),
  }
}

/** What is put off to the next moment happens; deadlines never come, for everyone here answers. */
const soon = (ms: number, task: () => void) => {
  if (ms === 0) queueMicrotask(task)
  return () => undefined
}

interface Callbacks {
  success: (result: Readonly<Record<string, unknown>>) => void
  fail: (reason: unknown) => void
}

const exchanged = (start: (callbacks: Callbacks) => { abort: () => void }) => {
  let abort: () => void = () => undefined
  const answer = new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    const task = start({
      success: ({ statusCode, data }) => resolve({ status: Number(statusCode), body: data }),
      fail: (cause) => reject(new BaasError(600, { cause })),
    })
    abort = task.abort
  })
  return { answer, abort: () => abort() }
}

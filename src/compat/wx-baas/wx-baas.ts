import { censorText } from '../../baas/censor'
import { runFunction, startFunction, type InvokeReply } from '../../baas/cloud-functions'
import { createAbort } from './abort'
import type { CurrentUserPorts } from './create-current-user'
import { createWxAuth } from './create-wx-auth'
import { decrypt, type DecryptType } from './decrypt'
import { deprecatedShapes, type DeprecatedShapes } from './deprecated'
import { sendSmsCode } from '../../baas/phone'
import { responseOf, type BaasResponse, type Done } from './responses'
import {
  type FileToUpload,
  type UploadedFile,
  type UploadOptions,
  type UploadProgress,
  uploadFile,
  type UploadPorts,
} from '../../baas/upload'
import { serverTime } from './server-time'
import type { WxAuth } from './wx-auth'

interface UploadResult {
  statusCode: number
  data: UploadedFile
}

/** A running upload, as the documents show it: a promise, and what can be done meanwhile. */
interface UploadTask extends Promise<UploadResult> {
  /** Cancels the upload; the promise then rejects with code 499. */
  abort: () => void
  /** Reports how far it is; only the last listener is called. */
  onProgressUpdate: (listener: (progress: UploadProgress) => void) => void
}

interface BaasFile {
  upload: (file: FileToUpload, options?: UploadOptions) => UploadTask
}

/** The part of `wx.BaaS` that has to do with accounts, as the documents describe it. */
export interface WxBaas extends DeprecatedShapes {
  auth: WxAuth
  logout: () => Promise<void>
  /** Runs a cloud function and waits for it; with `sync: false` it is only started. */
  invoke: ((name: string, params?: unknown, sync?: true) => Promise<InvokeReply>) &
    ((name: string, params: unknown, sync: boolean | undefined) => Promise<InvokeReply | Done>)
  sendSmsCode: (request: { phone: string; signatureID?: number }) => Promise<BaasResponse<Done>>
  wxCensorText: (text: string) => Promise<BaasResponse<{ risky: boolean | null }>>
  wxDecryptData: (
    encryptedData: string,
    iv: string,
    type: DecryptType,
    code?: string,
  ) => Promise<unknown>
  /** `time` is ISO 8601 with a zone. */
  getServerDate: () => Promise<BaasResponse<{ time: string }>>
  File: new () => BaasFile
}

export type WxBaasPorts = CurrentUserPorts & UploadPorts

/**
 * A client shaped like `wx.BaaS`: code written for the SDK runs on it. It keeps no state of its own;
 * the session is `ports.session`'s, and `ports.send` decides about tokens and renewal.
 */
export const createWxBaas = (ports: WxBaasPorts): WxBaas => {
  const { send, wechat, session } = ports
  const auth = createWxAuth(ports)
  // An arrow has no overloads: which answer comes is decided by `sync`.
  const invoke = (name: string, params?: unknown, sync = true): Promise<InvokeReply | Done> =>
    sync ? runFunction(send, name, params) : startFunction(send, name, params)

  return {
    auth,
    logout: auth.logout,
    ...deprecatedShapes(auth, session),
    invoke: invoke as WxBaas['invoke'],
    sendSmsCode: async (request) => responseOf(await sendSmsCode(send, request)),
    wxCensorText: async (text) => responseOf(await censorText(send, text)),
    wxDecryptData: (encryptedData, iv, type, code) =>
      decrypt(send, wechat, type, { encryptedData, iv, code }),
    getServerDate: async () => responseOf(await serverTime(send)),
    File: class implements BaasFile {
      upload(file: FileToUpload, options: UploadOptions = {}): UploadTask {
        const { signal, abort } = createAbort()
        let tell: (progress: UploadProgress) => void = () => undefined
        const onProgress = (progress: UploadProgress) => tell(progress)
        const stored = uploadFile(ports, file, options, { signal, onProgress })
        return Object.assign(
          stored.then((data) => ({ statusCode: 200, data })),
          { abort, onProgressUpdate: (listener: typeof tell) => void (tell = listener) },
        )
      }
    },
  }
}

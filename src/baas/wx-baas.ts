import { createAbort } from './abort'
import { responseOf, type BaasResponse, type CurrentUserPorts } from './current-user'
import { deprecatedShapes, type DeprecatedShapes } from './deprecated'
import { sendSmsCode } from './phone'
import { uploadFile, type StoredFile, type UploadOptions, type UploadPorts } from './upload'
import { censorText, decrypt, invoke, serverTime, type DecryptType } from './utilities'
import { createWxAuth, type WxAuth } from './wx-auth'

interface UploadResult {
  statusCode: number
  data: StoredFile
}

interface BaasFile {
  /** The promise can be aborted until it settles; it then rejects with code 499. */
  upload(
    file: { filePath: string; fileName?: string },
    options?: UploadOptions,
  ): Promise<UploadResult> & { abort(): void }
}

/** The part of `wx.BaaS` that has to do with accounts, as the documents describe it. */
export interface WxBaas extends DeprecatedShapes {
  auth: WxAuth
  logout(): Promise<void>
  invoke(name: string, params?: unknown, sync?: boolean): Promise<unknown>
  sendSmsCode(request: { phone: string; signatureID?: number }): Promise<BaasResponse>
  wxCensorText(text: string): Promise<BaasResponse>
  wxDecryptData(
    encryptedData: string,
    iv: string,
    type: DecryptType,
    code?: string,
  ): Promise<unknown>
  getServerDate(): Promise<BaasResponse>
  File: new () => BaasFile
}

export type WxBaasPorts = CurrentUserPorts & UploadPorts

/**
 * A client shaped like `wx.BaaS`: code written for the SDK runs on it. It keeps no state of its own;
 * the session is `ports.session`'s, and `ports.send` decides about tokens and renewal.
 */
export function createWxBaas(ports: WxBaasPorts): WxBaas {
  const { send, wechat, session } = ports
  const auth = createWxAuth(ports)

  return {
    auth,
    logout: auth.logout,
    ...deprecatedShapes(auth, session),
    invoke: (name, params, sync = true) => invoke(send, name, params, sync),
    sendSmsCode: async (request) => responseOf(await sendSmsCode(send, request)),
    wxCensorText: async (text) => responseOf(await censorText(send, text)),
    wxDecryptData: (encryptedData, iv, type, code) =>
      decrypt(send, wechat, type, { encryptedData, iv, code }),
    getServerDate: async () => responseOf(await serverTime(send)),
    File: class implements BaasFile {
      upload: BaasFile['upload'] = (file, options = {}) => {
        const { signal, abort } = createAbort()
        const stored = uploadFile(ports, file, options, signal)
        return Object.assign(
          stored.then((data) => ({ statusCode: 200, data })),
          { abort },
        )
      }
    },
  }
}

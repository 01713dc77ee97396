import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { decryptForCaller } from '../accounts/wechat/decrypt'
import type { Context } from '../context'
import { clientInfoOf } from './client-info'
import { callerOf } from './members'
import { Encrypted, OptionalCode } from './schemas'

const SealedKind = Type.Object({
  type: Type.Unsafe<'we-run-data' | 'open-gid' | 'phone-number'>(
    Type.String({ enum: ['we-run-data', 'open-gid', 'phone-number'] }),
  ),
})

const Sealed = Type.Object({ phone_code: OptionalCode, encryptedData: Encrypted, iv: Encrypted })

/** Opens for a mini-program what WeChat encrypted for its server (docs/protocol.md 3.7). */
export const wechatDecryptRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const version of ['v2.7', 'v1']) {
      app.post(
        `/hserve/${version}/wechat/decrypt/:type/`,
        { schema: { params: SealedKind, body: Sealed } },
        async (request) => {
          const caller = callerOf(request)
          const { phone_code: phoneCode, ...data } = request.body
          return decryptForCaller(
            context,
            caller,
            request.params.type,
            { phoneCode, ...data },
            clientInfoOf(request),
          )
        },
      )
    }
  }

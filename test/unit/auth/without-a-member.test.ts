import { BaasError } from '../../../src/baas/errors'
import { refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth, pageCall } from '../../kit/make-auth'

describe('a member call without a member', () => {
  it('a member call without a member needs the network where that is what was missing at launch: 600', async () => {
    const { auth, network } = makeAuth()
    const launched = auth.launch()
    await settle()
    network.fail(new BaasError(600))
    await launched
    await expect(auth.request(pageCall())).rejects.toMatchObject({ code: 600 })
  })

  it.each([404, 403, 500])(
    'a member call without a member needs a sign-in after a launch that met %i: 604',
    async (status) => {
      const { auth } = await launchedWith(refused(status))
      await expect(auth.request(pageCall())).rejects.toMatchObject({ code: 604 })
    },
  )
})

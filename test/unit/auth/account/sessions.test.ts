import type { SessionActions } from '../../../../src/auth/account/sessions'
import { granted, refused, settle } from '../../../kit/fake-backend'
import { launchedWith } from '../../../kit/make-auth'

describe('a backend without the endpoints for devices and deletion, as the hosted service', () => {
  it.each<[string, (account: SessionActions) => Promise<unknown>]>([
    ['a list of devices', (account) => account.listSessions()],
    ['the end of other sessions', (account) => account.endOtherSessions()],
    ['a copy of the data', (account) => account.exportData()],
    ['a deletion', (account) => account.deleteAccount()],
  ])(
    'a backend without the endpoints refuses %s as unsupported, and the member stays',
    async (_, act) => {
      const { account, session, network } = await launchedWith(granted())
      const outcome = act(account)
      await settle()
      network.answer(refused(404))
      expect(await outcome).toMatchObject({ tag: 'failed', failure: { kind: 'unsupported' } })
      expect(session().tag).toBe('member')
    },
  )
})

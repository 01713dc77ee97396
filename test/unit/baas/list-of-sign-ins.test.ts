import { listSessions } from '../../../src/baas/sessions'
import { recordingBackend } from '../../kit/recording-backend'

describe('the list of sign-ins', () => {
  it('the list of sessions is read field by field', async () => {
    const object = {
      id: 'a1',
      current: true,
      login_method: 'wechat',
      user_agent: 'phone',
      created_at: 1_700_000_000,
    }
    const { send } = recordingBackend({ objects: [object, { ...object, current: 'yes' }] })
    const session = {
      id: 'a1',
      current: true,
      method: 'wechat',
      userAgent: 'phone',
      createdAt: 1_700_000_000,
    }
    expect(await listSessions(send)).toEqual([session, { ...session, current: false }])
  })

  it.each([[{}], [{ objects: 'many' }], ['<html>']])(
    'the list of sessions is empty in %j',
    async (body) => {
      expect(await listSessions(recordingBackend(body).send)).toEqual([])
    },
  )
})

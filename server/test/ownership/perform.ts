import type { Act } from './acts'
import { claimOften, guess } from './bursts'
import { mailCode, resetToken, smsCode } from './messages'
import type { Side } from './people'
import { reauthenticated, send, type Actor } from './requests'
import type { Reply, World } from './world'

const LOGIN = '/hserve/v2.1/login'
const ACCOUNT = '/hserve/v2.2/user/account/'
const nameOf = (
  { people }: Actor,
  kind: 'username' | 'email' | 'phone',
  of: Side,
  which: 0 | 1,
): string => {
  const { username, email, phones } = people[of]
  if (kind === 'username') return username
  return kind === 'email' ? email : (phones[which] ?? '')
}

/** Does what `act` says, with what the actor has and can read: the answers of the server to the act itself. */
export const perform = async (world: World, actor: Actor, act: Act): Promise<Reply | null> => {
  const { person, device, people } = actor
  const password = (which: 0 | 1) => person.passwords[which] ?? ''
  const openid = (which: 0 | 1) => person.openids[which] ?? ''
  const phone = (which: 0 | 1) => person.phones[which] ?? ''
  const to = (
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body: object = {},
    again: string | null = null,
  ) => send(world, actor, method, path, body, { reauthentication: again })

  switch (act.kind) {
    case 'anonymous':
      return to('POST', '/hserve/v2.0/login/anonymous/')
    case 'register': {
      const name = nameOf(actor, act.name, act.of, act.which)
      return to('POST', `/hserve/v2.1/register/${act.name}/`, {
        [act.name]: name,
        password: password(0),
      })
    }
    case 'password': {
      const name = nameOf(actor, act.name, act.of, act.which)
      return to('POST', `${LOGIN}/${act.name}/`, {
        [act.name]: name,
        password: password(act.password),
      })
    }
    case 'sendSms':
      return to('POST', '/hserve/v2.2/sms-verification-code/', {
        phone: people[act.of].phones[act.which],
      })
    case 'sms': {
      const number = people[act.of].phones[act.which] ?? ''
      await to('POST', '/hserve/v2.2/sms-verification-code/', { phone: number })
      const code = smsCode(world, actor.person, number)
      return to('POST', `${LOGIN}/sms/`, { phone: number, code, create_user: act.createUser })
    }
    case 'silent': {
      const reply = await to('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
        code: world.loginCode(openid(act.which)),
        create_user: act.createUser,
        login_with_unionid: act.byUnionid,
      })
      const ticket = reply.body['link_ticket']
      if (typeof ticket === 'string') person.tickets.push(ticket)
      return reply
    }
    case 'phoneButton':
      return to('POST', '/hserve/v2.7/idp/wechat/phone-login/', {
        code: world.loginCode(openid(act.wechat)),
        phone_code: world.phoneCode(openid(act.wechat), phone(act.phone)),
        create_user: act.createUser,
      })
    case 'bindPhone':
      return to('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', {
        phone_code: world.phoneCode(openid(act.wechat), phone(act.phone)),
        overwrite: act.overwrite,
      })
    case 'link': {
      const token = await reauthenticated(world, actor, act.again)
      const credentials =
        act.by === 'code'
          ? { code: world.loginCode(openid(act.which)) }
          : { link_ticket: person.tickets.at(-1) ?? 'invented' }
      const body = { ...credentials, associate_with_unionid: act.byUnionid }
      return to('POST', '/hserve/v2.4/idp/wechat/user-associate/', body, token)
    }
    case 'change': {
      const token = await reauthenticated(world, actor, act.again)
      const value = act.of === 'none' ? null : nameOf(actor, act.field, act.of, act.which)
      return to('PUT', ACCOUNT, { [act.field]: value }, token)
    }
    case 'newPassword': {
      const token = await reauthenticated(world, actor, act.again)
      const body = {
        new_password: password(act.next),
        ...(token === null && { password: password(act.old) }),
      }
      return to('PUT', ACCOUNT, body, token)
    }
    case 'askVerification':
      return to('POST', '/hserve/v2.0/user/email-verify/')
    case 'verifyEmail': {
      const code = mailCode(world, actor.person)
      const token = await reauthenticated(world, actor, act.again)
      return to('POST', '/ext/v1/account/email/verify/', { code }, token)
    }
    case 'verifyPhone': {
      const code = smsCode(world, actor.person, phone(0))
      const token = await reauthenticated(world, actor, act.again)
      return to('POST', '/hserve/v2.1/sms-phone-verification/', { code }, token)
    }
    case 'askReset':
      return to('POST', '/hserve/v2.0/user/password/reset/', { email: people[act.of].email })
    case 'reset':
      return to('POST', '/ext/v1/email/reset/', {
        token: resetToken(world, person, act.age),
        password: password(act.password),
      })
    case 'endOthers':
      return to('POST', '/ext/v1/sessions/end-others/')
    case 'signOut': {
      const reply = await to('POST', '/hserve/v2.0/session/destroy/')
      device.token = null
      return reply
    }
    case 'delete': {
      const token = await reauthenticated(world, actor, act.again)
      return to('POST', '/ext/v1/account/delete/', {}, token)
    }
    case 'leaveWechat':
    case 'revokePhone': {
      const isLeaving = act.kind === 'leaveWechat'
      await world.push({
        MsgType: 'event',
        Event: isLeaving ? 'user_authorization_cancellation' : 'user_authorization_revoke',
        OpenID: openid(act.which),
        AppID: world.context.settings.wechat.appid,
        ...(!isLeaving && { RevokeInfo: '8' }),
      })
      return null
    }
    case 'saveProfile':
      return to('PUT', '/hserve/v2.5/idp/wechat/user/info/', {
        nickName: person.side,
        avatarUrl: 'https://a/b',
      })
    case 'callFunction': {
      const profile = { nickName: person.side, avatarUrl: 'https://a/b' }
      return to('POST', '/hserve/v1/cloud-function/job/', {
        function_name: 'update_wechat_user_info',
        data: { data: profile, userID: people[act.of].account },
      })
    }
    case 'guess':
      return guess(world, actor, act)
    case 'claims':
      return claimOften(() => to('PUT', ACCOUNT, { phone: people[act.of].phones[act.which] }))
    case 'steal':
      return null
  }
}

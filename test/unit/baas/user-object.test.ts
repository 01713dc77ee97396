import { withAccount } from '../../../src/baas/account'
import { readNewSession, readSessionToken } from '../../../src/baas/session-token'
import { linkedIdentity } from '../../../src/baas/link'
import { fieldsOf } from '../../../src/baas/read'
import { columnOf, readUser } from '../../../src/baas/user'

const ivy = { id: 7, nickname: 'Ivy', avatar: 'https://a/b.png' }

describe('a user object', () => {
  it('a user object is what is left of a flat login reply without what is about the session', () => {
    const reply = { ...ivy, user_id: 7, token: 't', expires_in: 60, _session: {}, color: 'red' }
    expect(readUser(reply)).toEqual({ ...ivy, color: 'red' })
  })

  it('a user object has its id from user_id where the reply has no other', () => {
    expect(readUser({ user_id: 7 })).toEqual({ id: 7, nickname: '', avatar: '' })
    expect(readUser({ id: 8, user_id: 7 }).id).toBe(8)
  })

  it.each([
    ['no object', 'Ivy'],
    ['a list', [7]],
    ['null', null],
    ['an id in text', { id: '7' }],
    ['an id that is no whole number', { id: 7.5 }],
    ['an id beyond what a number holds exactly', { id: 2 ** 53 }],
  ])('a user object is missing in %s: 502', (_, value) => {
    expect(() => readUser(value)).toThrow(
      expect.objectContaining({ code: 502, serverMessage: 'the reply holds no user' }),
    )
  })

  it('a user object has texts for nickname and avatar, whatever the reply has there', () => {
    expect(readUser({ id: 7, nickname: null, avatar: 3 })).toEqual({
      ...ivy,
      nickname: '',
      avatar: '',
    })
  })

  it.each([[{}], [[7]], [7], [true], ['x'.repeat(10_000)]])(
    'a user object lacks a built-in text that is %j: a page that shows it would stay empty',
    (odd) => {
      const texts = { public_id: odd, openid: odd, unionid: odd, _username: odd, _email: odd }
      expect(readUser({ ...ivy, ...texts, _phone: odd, nickname: odd, color: odd })).toEqual({
        ...ivy,
        nickname: '',
        color: odd,
      })
    },
  )

  it('a user object keeps that an identifier is none: null', () => {
    expect(readUser({ ...ivy, openid: null, _phone: null })).toEqual({
      ...ivy,
      openid: null,
      _phone: null,
    })
  })

  it('a user object keeps its id, and names account fields its own way, after an account change', () => {
    const reply = { id: 9, username: 'ivy', email: null, email_verified: false, color: 'blue' }
    expect(withAccount({ ...ivy, _phone: '138' }, { ...reply, phone: '139' })).toEqual({
      ...ivy,
      _username: 'ivy',
      _email: null,
      _email_verified: false,
      _phone: '139',
      color: 'blue',
    })
    expect(withAccount(ivy, { phone_verified: true })).toEqual({ ...ivy, _phone_verified: true })
    expect(columnOf(withAccount(ivy, undefined), 'nickname')).toBe('Ivy')
  })
})

describe('a reply of a sign-in', () => {
  const token = { token: 't', expires_in: 60 }

  it('a reply of a sign-in is read nested and flat', () => {
    const newSession = { token: 't', expiresInSeconds: 60, user: ivy }
    expect(readNewSession({ ...token, user_info: ivy })).toEqual(newSession)
    expect(readNewSession({ ...token, ...ivy })).toEqual(newSession)
    expect(readNewSession({ ...token, ...ivy, id: 9, user_info: ivy })).toEqual(newSession)
  })

  it.each([
    [{ ...token, token: '' }],
    [{ ...token, token: 7 }],
    [{ ...token, expires_in: 0 }],
    [{ ...token, expires_in: -1 }],
    [{ ...token, expires_in: '60' }],
    [{}],
    [null],
  ])('a reply of a sign-in holds no session in %j: 502', (reply) => {
    expect(readSessionToken(reply)).toBeUndefined()
    expect(() => readNewSession(reply)).toThrow(
      expect.objectContaining({ code: 502, serverMessage: 'the reply holds no session' }),
    )
  })

  it('a reply of a sign-in may be good for one second', () => {
    expect(readSessionToken({ token: 't', expires_in: 1 })).toEqual({
      token: 't',
      expiresInSeconds: 1,
    })
  })
})

describe('a reply of a link', () => {
  it.each([
    [
      { openid: 'o', unionid: 'u', user_id: 7 },
      { openid: 'o', unionid: 'u' },
    ],
    [{ openid: 'o', unionid: '' }, { openid: 'o' }],
    [{ openid: '', unionid: 'u' }, { unionid: 'u' }],
    [{ openid: null, unionid: 3 }, {}],
    ['<html>', {}],
  ])('a reply of a link, %j, says no more than %j', (reply, identity) => {
    expect(linkedIdentity(reply)).toEqual(identity)
  })
})

describe('the fields of an answer', () => {
  it.each([['text'], [7], [null], [undefined], [[1]]])(
    'the fields of an answer are empty for %j',
    (value) => {
      expect(fieldsOf(value)).toEqual({})
    },
  )

  it('the fields of an answer are those of an object', () => {
    expect(fieldsOf({ a: 1 })).toEqual({ a: 1 })
  })
})

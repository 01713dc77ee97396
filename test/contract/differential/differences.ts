import type { Told } from './tell'
import type { WireRequest } from './proxy'

/** A place where our client is meant to differ from the SDK: what, and why. */
export interface Difference {
  readonly name: string
  readonly why: string
  /** The SDK's side rewritten to what ours should look like; the same object where it does not apply. */
  readonly expect: (step: Told) => Told
}

const SIGN_IN = /\/(login|register)\/(username|email|phone|sms|anonymous)\/$|\/phone-login\/$/
const isUserRead = ({ method, path }: WireRequest) =>
  method === 'GET' && path.startsWith('/hserve/v2.5/user/info/')

const withOutcome = (
  step: Told,
  change: (outcome: Readonly<Record<string, unknown>>) => unknown,
): Told =>
  step.outcome.tag === 'done' &&
  typeof step.outcome.value === 'object' &&
  step.outcome.value !== null
    ? { ...step, outcome: { tag: 'done', value: change({ ...step.outcome.value }) } }
    : step

/** The whole list. A difference that no step shows any more fails the test, as one that is not listed does. */
export const intended: readonly Difference[] = [
  {
    name: 'a sign-in takes one request',
    why: 'docs/protocol.md 9.21: its reply holds the user already; the SDK fetches the same user once more.',
    expect(step) {
      const [first, second, ...rest] = step.requests
      if (first === undefined || second === undefined) return step
      const isRepeated = SIGN_IN.test(first.path) && isUserRead(second)
      return isRepeated ? { ...step, requests: [first, ...rest] } : step
    },
  },
  {
    name: 'a call of nobody goes nowhere',
    why: 'Contract 4: it ends as 604 either way; the SDK asks the server first, we know already.',
    expect: (step) =>
      step.outcome.tag === 'failed' && step.outcome.code === 604 ? { ...step, requests: [] } : step,
  },
  {
    name: 'loginWithWechat() asks WeChat again',
    why: 'docs/protocol.md 9.5, 9.6: the SDK ignores its arguments while any token is cached, even a revoked one.',
    expect(step) {
      const [only] = step.requests
      if (step.name !== 'loginWithWechat again' || only === undefined) return step
      const body = { create_user: true, code: '<code>', login_with_unionid: false }
      const path = '/hserve/v2.5/idp/wechat/silent-login/'
      return { ...step, requests: [{ ...only, method: 'POST', path, body, status: 201 }] }
    },
  },
  {
    name: 'our client names itself',
    why: 'By this name the server knows that it takes a new token from any reply.',
    expect: (step) => ({
      ...step,
      requests: step.requests.map((request) => ({
        ...request,
        headers: { ...request.headers, 'x-hydrogen-client-sdk-type': 'starter' },
      })),
    }),
  },
  {
    name: 'an upload tells the storage nothing about us',
    why: 'docs/protocol.md 9.26: the SDK sends the bearer token, the client ID and a made-up User-Agent to the upload_url.',
    expect: (step) => ({
      ...step,
      requests: step.requests.map((request) => {
        if (request.body !== '<multipart>') return request
        const { 'content-type': contentType = '' } = request.headers
        return { ...request, headers: { 'content-type': contentType } }
      }),
    }),
  },
  {
    name: 'logout() resolves with nothing',
    why: 'docs/protocol.md 9.15: on the device it succeeds whatever the server says, so there is no answer to show.',
    expect: (step) =>
      step.name.startsWith('logout') ? { ...step, outcome: { tag: 'done', value: null } } : step,
  },
  {
    name: 'responses have no header',
    why: 'Nothing documented reads it; code and data are there.',
    expect: (step) =>
      withOutcome(step, (outcome) =>
        Object.fromEntries(
          Object.entries(outcome).filter(([name]) => name !== 'header' && name !== 'errMsg'),
        ),
      ),
  },
  {
    name: 'an account change is taken in as user fields',
    why: 'docs/protocol.md 9.16: the SDK replaces all fields by the reply, underscore-less names included.',
    expect: (step) =>
      withOutcome(step, (outcome) => {
        const { username, email, email_verified, phone, phone_verified, ...user } = outcome
        if (email_verified === undefined) return outcome
        return {
          ...user,
          ...{ _username: username, _email: email, _email_verified: email_verified },
          ...{ _phone: phone, _phone_verified: phone_verified },
        }
      }),
  },
  {
    name: 'handleUserInfo() answers as its documents show',
    why: 'Seed 004: with nickName, avatarUrl and session_expires_at, which the SDK stopped giving.',
    expect: (step) =>
      step.name === 'handleUserInfo'
        ? withOutcome(step, ({ nickname, avatar, ...user }) => ({
            ...{ ...user, nickname, avatar },
            ...{ nickName: nickname, avatarUrl: avatar, session_expires_at: '<time>' },
          }))
        : step,
  },
  {
    name: 'verifyMobilePhone() makes the number verified',
    why: 'Contract 1.2 #19: the server sets the flag, the SDK leaves the old one on the user.',
    expect: (step) =>
      step.name === 'verifyMobilePhone'
        ? withOutcome(step, (user) => ({ ...user, _phone_verified: true }))
        : step,
  },
]

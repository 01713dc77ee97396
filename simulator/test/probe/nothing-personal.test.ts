import { connectSimulator, startSimulator, type Simulator, type WechatServers } from '../../index'
import { runProbe } from '../../probe/run/run-probe'

const NICKNAME = 'Wilhelmina 王小明'
const AVATAR = 'https://thirdwx.qlogo.cn/mmopen/vi_32/abc/132'
const PHONE = '13800138000'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, bound: 'every-app' })
  await fetch(`${simulator.url}/control/person`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'alice', nickname: NICKNAME, avatar: AVATAR, phones: [PHONE] }),
  })
})
afterAll(() => simulator.close())

/** Texts of an answer that say nothing of a person. */
const IMPERSONAL = ['errMsg', 'language']

/** Every text in an answer of WeChat's servers that says something of a person. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.length > 3 ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    IMPERSONAL.includes(name) ? [] : textsIn(inner),
  )
}

/** WeChat's servers, with everything they said of a person. */
const overheard = (said: Set<string>): WechatServers => {
  const servers = connectSimulator(simulator.url)
  const hear = async <T>(answer: Promise<T>) => {
    for (const text of textsIn(await answer)) said.add(text)
    return answer
  }
  return {
    ...servers,
    loginCode: (ask) => hear(servers.loginCode(ask)),
    phoneCode: (ask) => hear(servers.phoneCode(ask)),
    profile: (ask) => hear(servers.profile(ask)),
  }
}

interface Ends {
  success?: (answer: object) => void
  fail?: (answer: object) => void
}

describe('the report of a phone', () => {
  it('the report of a phone holds no openid, code, nickname, picture, phone number or token, even where WeChat’s sentences do', async () => {
    const said = new Set<string>()
    const { openid, unionid } = simulator.platform.identityOf('alice', 'touristappid')
    const talk = `${NICKNAME} ${openid} ${unionid} ${PHONE} +86${PHONE} ${AVATAR} Bearer eyJhbGciOi1.abc123`
    const refusing = (name: string) => (option: Ends) =>
      void option.fail?.({ errMsg: `${name}:fail for ${talk} and ${[...said].join(' ')}` })
    const { text, report } = await runProbe(
      { libVersion: '2.26.0' },
      {
        simulator: overheard(said),
        wx: {
          checkSession: refusing('checkSession'),
          getStorage: refusing('getStorage'),
          showActionSheet: refusing('showActionSheet'),
        },
      },
    )
    expect(report.answers['profile.answer']?.seen).toBe('a person')
    expect(report.answers['phone.code']?.seen).toBe('text')
    expect(report.answers['session.check']?.seen).toMatch(/^checkSession:fail for/)
    expect(said.size).toBeGreaterThan(8)
    const known = [NICKNAME, 'Wilhelmina', '王小明', AVATAR, PHONE, openid, 'eyJhbGciOi1']
    for (const secret of [...known, String(unionid), ...said]) {
      expect([secret, text.includes(secret)]).toEqual([secret, false])
    }
    expect(Object.keys(report.on).sort()).toEqual([
      ...['language', 'library', 'platform', 'system', 'wechat'],
    ])
  })
})

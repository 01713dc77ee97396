/** What a tap on the phone number button returns to its event (docs/wechat.md 4.1). */
export interface PhoneButtonAnswer {
  readonly code: string
  readonly encryptedData: string
  readonly iv: string
}

/** What wx.getUserProfile returns (docs/protocol.md 1.4). */
interface ProfileAnswer {
  readonly userInfo: Readonly<Record<string, unknown>>
  readonly rawData: string
  readonly signature: string
  readonly encryptedData: string
  readonly iv: string
}

/** A mail or an SMS that the server handed to the simulator's inbox. */
interface Message {
  readonly to: string
  readonly text: string
}

/** WeChat's side, as a test asks for it: the simulator's control API over HTTP. */
export interface WechatControl {
  /** A fresh wx.login code of this person. */
  readonly loginCode: (person: string) => Promise<string>
  /** A tap on the phone number button; `phone` chooses another number than the usual one. */
  readonly phone: (person: string, phone?: string) => Promise<PhoneButtonAnswer>
  readonly profile: (person: string, era?: 'real' | 'anonymous') => Promise<ProfileAnswer>
  /** Lets WeChat fail, or judge content, on purpose: the body of `POST /control/fault`. */
  readonly fault: (fault: Readonly<Record<string, unknown>>) => Promise<void>
  /** Everything sent to one mail address or phone number, oldest first. */
  readonly messages: (to: string) => Promise<readonly Message[]>
}

/** The control API of the simulator at `origin`. Its calls reject with the simulator's message. */
export const wechatControl = (origin: string): WechatControl => {
  const call = async <T>(name: string, body?: object): Promise<T> => {
    const answer = await fetch(`${origin}/control/${name}`, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    if (!answer.ok) throw new Error(`control/${name}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  return {
    loginCode: async (person) => (await call<{ code: string }>('login-code', { person })).code,
    phone: (person, phone) =>
      call('phone-code', phone === undefined ? { person } : { person, phone }),
    profile: (person, era = 'real') => call('profile', { person, era }),
    fault: async (fault) => void (await call('fault', fault)),
    messages: async (to) => {
      const { mails, sms } = await call<{ mails: Message[]; sms: Message[] }>('outbox')
      return [...mails, ...sms].filter((message) => message.to === to)
    },
  }
}

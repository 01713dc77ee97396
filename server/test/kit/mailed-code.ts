import type { TestServer } from './test-server'

/** The code in the newest e-mail that has one, as a person reads it; '' when there is none. */
export const mailedCode = ({ wechat }: Pick<TestServer, 'wechat'>): string =>
  wechat.platform.outbox
    .mails()
    .flatMap(({ text }) => /^([A-Z2-9]{4}-[A-Z2-9]{4})\n/.exec(text)?.[1] ?? [])
    .at(-1) ?? ''

import type { TestServer } from './test-server'

/** The code in the last text message that was sent, undefined when it holds none. */
export const textedCode = ({ wechat }: Pick<TestServer, 'wechat'>): string | undefined =>
  /\d{6}/.exec(wechat.platform.outbox.sms().at(-1)?.text ?? '')?.[0]

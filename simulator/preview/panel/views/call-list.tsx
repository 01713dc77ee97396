import type { PreviewView } from '../model/model'
import { timeOf } from '../texts/texts'
import type { Texts } from '../texts/zh'
import { Empty, Outcome } from './empty'

interface Props {
  simulator: PreviewView['simulator']
  texts: Texts
}

const isExplained = (api: string, texts: Texts): api is keyof Texts => api in texts

/** What the server has asked of WeChat, newest first; parameters are never shown. */
export const CallList = ({ simulator, texts }: Props) => {
  const calls = typeof simulator === 'object' ? simulator.calls.latest : []
  if (calls.length === 0) {
    return <Empty title={texts.wechatCallsEmpty} lead={texts.wechatCallsEmptyLead} />
  }
  return (
    <ol class="list">
      {[...calls].reverse().map(({ at, api, outcome }, index) => (
        <li key={calls.length - index} class="line">
          <time>{timeOf(at)}</time>
          <span class="path">
            {api}
            {isExplained(api, texts) && <small>{texts[api]}</small>}
          </span>
          <Outcome
            mood={outcome === 0 ? 'good' : 'bad'}
            text={outcome === 0 ? 'ok' : String(outcome)}
          />
        </li>
      ))}
    </ol>
  )
}

import { useState } from 'preact/hooks'
import type { PreviewModel, PreviewView } from '../model/model'
import { readTimeline } from '../model/timeline'
import type { Texts } from '../texts/zh'
import { CallList } from './call-list'
import { LogList } from './log-list'
import { OutboxList } from './outbox-list'
import { TimelineList } from './timeline-list'
import { WireList } from './wire-list'

const TABS = ['timeline', 'wire', 'wechatCalls', 'outbox', 'console'] as const
type Tab = (typeof TABS)[number]

interface Props {
  model: PreviewModel
  view: PreviewView
  texts: Texts
}

const countIn = (view: PreviewView): Readonly<Record<Tab, number>> => ({
  timeline: readTimeline(view.timeline).length,
  wire: view.wire.length,
  wechatCalls: typeof view.simulator === 'object' ? view.simulator.calls.latest.length : 0,
  outbox: view.outbox.mails.length + view.outbox.sms.length,
  console:
    view.problems.length + (view.frame?.findings.length ?? 0) + (view.frame?.console.length ?? 0),
})

/** What happens behind the screen, one kind at a time. Arrow keys move between the tabs. */
export const Observers = ({ model, view, texts }: Props) => {
  const [tab, setTab] = useState<Tab>('wire')
  const counts = countIn(view)
  const hasErrors = view.problems.length > 0

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next = step === undefined ? undefined : TABS.at((TABS.indexOf(tab) + step) % TABS.length)
    if (next === undefined) return
    setTab(next)
    document.getElementById(`see-${next}`)?.focus()
  }

  return (
    <section class="observers" aria-label={texts.observers}>
      <div class="tabs" role="tablist" aria-label={texts.observers} onKeyDown={onKeyDown}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`see-${name}`}
            aria-selected={name === tab}
            aria-controls="seen"
            tabIndex={name === tab ? 0 : -1}
            onClick={() => setTab(name)}
          >
            {texts[name]}
            {counts[name] > 0 && (
              <i class={name === 'console' && hasErrors ? 'count bad' : 'count'}>{counts[name]}</i>
            )}
          </button>
        ))}
      </div>
      <div class="seen" id="seen" role="tabpanel" aria-labelledby={`see-${tab}`} tabIndex={0}>
        {view.simulator === 'unreachable' && <p class="notice">{texts.simulatorAway}</p>}
        {counts[tab] > 0 && (
          <header class="caption">
            <p>{texts[`${tab}EmptyLead`]}</p>
            {tab === 'wire' && (
              <button type="button" id="wire-clear" class="quiet" onClick={model.clearWire}>
                {texts.clear}
              </button>
            )}
          </header>
        )}
        {tab === 'timeline' && <TimelineList timeline={view.timeline} texts={texts} />}
        {tab === 'wire' && <WireList entries={view.wire} texts={texts} />}
        {tab === 'wechatCalls' && <CallList simulator={view.simulator} texts={texts} />}
        {tab === 'outbox' && <OutboxList outbox={view.outbox} texts={texts} />}
        {tab === 'console' && (
          <LogList
            errors={view.problems}
            findings={view.frame?.findings ?? []}
            lines={view.frame?.console ?? []}
            texts={texts}
          />
        )}
      </div>
    </section>
  )
}

import type { FaultForm } from '../model/control'
import type { PreviewModel, PreviewView } from '../model/model'
import { CHOICES, type Settings } from '../model/settings'
import { dateOf } from '../texts/texts'
import type { Texts } from '../texts/zh'
import { Section, Segments, Select } from './choice'
import { Faults } from './faults'
import { People } from './people'

interface Props {
  model: PreviewModel
  view: PreviewView
  texts: Texts
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Everything that can be changed about the person, the phone and the world around them. */
export const Controls = ({ model, view, texts }: Props) => {
  const { settings, now, app } = view

  const segments = <Name extends 'answering' | 'network' | 'verdict' | 'account'>(
    name: Name,
    values: readonly (Settings[Name] & keyof Texts)[],
    hint: string,
  ) => (
    <Segments
      name={name}
      label={texts[name]}
      hint={hint}
      value={settings[name]}
      options={values.map((value) => ({ value, label: texts[value] }))}
      onChoose={(value) => model.choose({ [name]: value })}
    />
  )
  const choice = <
    Name extends 'library' | 'engine' | 'setData' | 'event' | 'typing' | 'version' | 'era',
  >(
    name: Name,
    values: readonly Settings[Name][],
    textOf: (value: Settings[Name]) => string,
    hint?: string,
  ) => (
    <Select
      name={name}
      label={texts[name]}
      {...(hint === undefined ? {} : { hint })}
      value={settings[name]}
      options={values.map((value) => ({ value, label: textOf(value) }))}
      onChoose={(value) => model.choose({ [name]: value })}
    />
  )
  const time = (ms: string) => (ms === '0' ? texts.atOnce : `${ms} ms`)
  const advance = (name: keyof Texts, ms: number) => (
    <button type="button" id={`clock-${name}`} onClick={() => model.advance(ms)}>
      {texts[name]}
    </button>
  )

  return (
    <aside class="controls" aria-label={texts.controls}>
      <People model={model} view={view} texts={texts} />
      <Section id="phone" title={texts.phone}>
        {segments('answering', CHOICES.answering, texts.answeringHint)}
        {segments('network', CHOICES.network, texts.networkHint)}
        {segments('verdict', CHOICES.verdict, texts.verdictHint)}
        <div class="pair">
          <Select
            name="device"
            label={texts.device}
            value={settings.device}
            options={CHOICES.device.map((value) => ({ value, label: texts[`device-${value}`] }))}
            onChoose={(device) => model.choose({ device })}
          />
          <Select
            name="account"
            label={texts.account}
            value={settings.account}
            options={CHOICES.account.map((value) => ({ value, label: texts[value] }))}
            onChoose={(account) => model.choose({ account })}
          />
        </div>
        {choice(
          'library',
          CHOICES.library,
          (value) => texts[`library-${value}`],
          texts.libraryHint,
        )}
        {choice('engine', CHOICES.engine, (value) => texts[`engine-${value}`])}
        <div class="pair">
          {choice('setData', CHOICES.setData, time)}
          {choice('event', CHOICES.event, time)}
        </div>
        <div class="pair">
          {choice('typing', CHOICES.typing, (value) => texts[`typing-${value}`])}
          {choice('version', CHOICES.version, (value) => texts[`version-${value}`])}
        </div>
        {choice('era', CHOICES.era, (value) => texts[`era-${value}`])}
      </Section>
      <Section id="clock" title={texts.clock} lead={texts.clockLead}>
        <output id="clock-now" class="clock">
          {dateOf(now, settings.language)}
        </output>
        <div class="buttons">
          {advance('minutes10', 10 * MINUTE)}
          {advance('day1', DAY)}
          {advance('days31', 31 * DAY)}
        </div>
      </Section>
      <Faults
        pending={typeof view.simulator === 'object' ? view.simulator.faults : []}
        texts={texts}
        onFault={(fault: FaultForm) => model.fault(fault)}
      />
      <Section id="app" title={texts.app}>
        <div class="buttons">
          <button type="button" id="app-relaunch" onClick={() => void model.relaunch()}>
            {texts.relaunch}
          </button>
          <button type="button" id="app-leave" onClick={model.leaveOrReturn}>
            {app === 'background' ? texts.comeBack : texts.leave}
          </button>
          <button
            type="button"
            id="app-delete"
            class="grave"
            onClick={() => void model.deleteApp()}
          >
            {texts.deleteApp}
          </button>
        </div>
      </Section>
    </aside>
  )
}

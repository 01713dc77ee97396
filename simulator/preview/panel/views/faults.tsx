import { useState } from 'preact/hooks'
import type { FaultForm, SimulatorState } from '../model/control'
import type { Texts } from '../texts/zh'
import { Section } from './choice'

/** What can go wrong at WeChat, by the key of its sentence. Each hits one call. */
const FAULTS = {
  'fault-busy': { kind: 'errcode', errcode: -1, times: 1 },
  'fault-badCode': { kind: 'errcode', errcode: 40029, times: 1 },
  'fault-usedCode': { kind: 'errcode', errcode: 40163, times: 1 },
  'fault-frequent': { kind: 'errcode', errcode: 45011, times: 1 },
  'fault-risky': { kind: 'errcode', errcode: 40226, times: 1 },
  'fault-http': { kind: 'http', status: 502, times: 1 },
  'fault-dropped': { kind: 'dropped', times: 1 },
  'fault-slow': { kind: 'slow', delayMs: 6000, times: 1 },
  'fault-quota': { kind: 'phone-quota', times: 1 },
  'fault-content': { kind: 'verdict', suggest: 'risky', times: 1 },
} as const satisfies Readonly<Record<string, FaultForm>>

type FaultName = keyof typeof FAULTS
const names = Object.keys(FAULTS) as FaultName[]

type Pending = SimulatorState['faults'][number]

const nameOf = ({ trouble }: Pending): FaultName | undefined =>
  names.find((name) => {
    const { kind, ...rest } = FAULTS[name]
    return kind === trouble.kind && (!('errcode' in rest) || rest.errcode === trouble.errcode)
  })

interface Props {
  pending: readonly Pending[]
  texts: Texts
  onFault: (fault: FaultForm) => void
}

/** Makes the next call to WeChat fail, and shows the faults that are pending. */
export const Faults = ({ pending, texts, onFault }: Props) => {
  const [name, setName] = useState<FaultName>('fault-busy')
  return (
    <Section id="faults" title={texts.faults}>
      <div class="inline-form">
        <select
          id="fault"
          aria-label={texts.faults}
          value={name}
          onChange={(event) => setName(event.currentTarget.value as FaultName)}
        >
          {names.map((option) => (
            <option key={option} value={option}>
              {texts[option]}
            </option>
          ))}
        </select>
        <button type="button" id="fault-inject" onClick={() => onFault(FAULTS[name])}>
          {texts.faultNext}
        </button>
      </div>
      {pending.length === 0 ? (
        <p class="lead">{texts.faultsNone}</p>
      ) : (
        <div class="pending">
          {pending.map((fault, index) => {
            const known = nameOf(fault)
            return (
              <span key={index} class="chip">
                {known === undefined ? fault.trouble.kind : texts[known]}
              </span>
            )
          })}
          <button
            type="button"
            id="fault-clear"
            class="quiet"
            onClick={() => onFault({ kind: 'clear' })}
          >
            {texts.clearFaults}
          </button>
        </div>
      )}
    </Section>
  )
}

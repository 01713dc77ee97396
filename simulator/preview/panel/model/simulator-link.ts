import { createControl, type Outbox, type SimulatorState } from './control'

/** What the panel knows of the simulator behind the phone. */
export interface SimulatorView {
  simulator: SimulatorState | 'unreachable' | 'unknown'
  outbox: Outbox
}

/** Watches a simulator and sends it commands; `onChange` hears when something new is known. */
export const createSimulatorLink = (url: string, onChange: () => void) => {
  const control = createControl(url)
  let view: SimulatorView = { simulator: 'unknown', outbox: { mails: [], sms: [] } }

  const look = async () => {
    try {
      const [simulator, outbox] = await Promise.all([control.state(), control.outbox()])
      view = { simulator, outbox }
    } catch {
      view = { ...view, simulator: 'unreachable' }
    }
    onChange()
  }
  /** What goes wrong with a call is seen by looking: the simulator is away. */
  const tell = (call: Promise<unknown>) => void call.catch(() => undefined).then(look)

  return { control, look, tell, view: () => view }
}

import { createControl, type Outbox, type SimulatorState } from './control'

/** What the panel knows of the simulator behind the phone. */
export interface SimulatorView {
  simulator: SimulatorState | 'unreachable' | 'unknown'
  outbox: Outbox
}

/** Reads the state of a simulator and sends it commands; `onChange` is called when something new is known. */
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
  /** A call that fails is not reported: reading the state after it shows that the simulator does not answer. */
  const tell = (call: Promise<unknown>) => void call.catch(() => undefined).then(look)

  return { control, look, tell, view: () => view }
}

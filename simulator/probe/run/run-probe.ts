import {
  launch,
  startSimulator,
  type Device,
  type LaunchedApp,
  type LaunchOptions,
} from '../../index'
import { answerTaps, createProbePerson } from './phone'
import { readReport, type ProbeReport } from './report'
import { startProbeServer } from './server'
import { PROBE_APP } from './table'

/** Where the mini-program looks for the server by default. */
const SERVER = '127.0.0.1:8790'

/** What one run was: the report as it was copied, and what the mini-program did not catch. */
export interface ProbeRun {
  report: ProbeReport
  text: string
  errors: readonly string[]
}

/** How often the phone is waited for while the probe asks by itself: eight seconds each. */
const WAITS = 5

const isAsked = (app: LaunchedApp) =>
  app.has('phase') && app.attribute('phase', 'aria-label') !== 'running'

/** Resolves once the probe has asked everything it can by itself; rejects when it is stuck. */
const whenAsked = async (app: LaunchedApp, waits = WAITS): Promise<void> => {
  try {
    await app.until(() => isAsked(app))
  } catch (error) {
    if (waits === 1) throw error
    await whenAsked(app, waits - 1)
  }
}

/**
 * Runs the probe on a simulated phone, from launch to report, doing what it asks for. `more` replaces parts of the
 * launch. Rejects when the probe gets stuck.
 */
export const runProbe = async (
  device: Partial<Device>,
  more: Partial<LaunchOptions> = {},
): Promise<ProbeRun> => {
  const simulator = await startSimulator({ port: 0 })
  const server = await startProbeServer(0, '127.0.0.1')
  const person = createProbePerson('alice')
  try {
    const app = await launch(PROBE_APP, {
      person: person.holder,
      simulator: simulator.url,
      hosts: { [SERVER]: `127.0.0.1:${server.port}` },
      device,
      ...more,
    })
    await app.tap('start')
    await whenAsked(app)
    await answerTaps(app, person)
    const text = String(app.value('report'))
    const errors = app.errors.map(({ where, error }) => `${where}: ${String(error)}`)
    app.close()
    return { report: readReport(text), text, errors }
  } finally {
    await Promise.all([simulator.close(), server.close()])
  }
}

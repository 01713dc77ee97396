import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Builder, type WebDriver } from 'selenium-webdriver'
import { findProgram } from '../find-program'

const DRIVER_START_MS = 10_000
const BROWSER_START_MS = 45_000
const QUIT_MS = 5_000
// WebDriver's own five minutes are longer than any test has.
const PAGE_LOAD_MS = 60_000

/** A browser with an empty profile and one window, and how to end it. */
export interface Session {
  driver: WebDriver
  close: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Waits until the driver at `url` takes sessions; throws after ten seconds. */
const untilReady = async (url: string, until = Date.now() + DRIVER_START_MS): Promise<void> => {
  const isReady = await fetch(`${url}/status`).then(
    ({ ok }) => ok,
    () => false,
  )
  if (isReady) return
  if (Date.now() > until) throw new Error(`WebKitWebDriver at ${url} is not ready.`)
  await sleep(20)
  return untilReady(url, until)
}

const startOnce = async (display: string): Promise<Session> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = spawn(findProgram('webkit'), [`--port=${port}`], {
    // In the locale C, which servers have, WebKit's navigator.language is "C".
    env: { ...process.env, DISPLAY: display, LANG: 'en_US.UTF-8', LC_ALL: '' },
    stdio: 'ignore',
  })
  const late = async (): Promise<never> => {
    await sleep(BROWSER_START_MS, undefined, { ref: false })
    throw new Error(`MiniBrowser has not started in ${BROWSER_START_MS} ms.`)
  }
  try {
    await untilReady(url)
    const building = new Builder()
      .usingServer(url)
      .withCapabilities({ browserName: 'MiniBrowser' })
      .build()
    const driver = await Promise.race([building, late()])
    await driver.manage().setTimeouts({ pageLoad: PAGE_LOAD_MS })
    // A browser that hangs answers no quit either: its driver would outlive the tests and hold their process.
    const close = async () => {
      const patience = sleep(QUIT_MS, undefined, { ref: false })
      await Promise.race([driver.quit(), patience]).finally(() => program.kill('SIGKILL'))
    }
    return { driver, close }
  } catch (error) {
    program.kill('SIGKILL')
    throw error
  }
}

/**
 * Starts MiniBrowser on a display, a second time when it hangs or ends at the first. One driver holds one session, so
 * each session has a driver of its own.
 */
export const openSession = (display: string): Promise<Session> =>
  startOnce(display).catch(() => startOnce(display))

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The engines the preview and the web build are shown to work in. */
export type Engine = 'chromium' | 'firefox'

interface Whereabouts {
  /** Variable that names the program, for an unusual place. */
  variable: string
  commands: readonly string[]
  files: readonly string[]
  remedy: string
}

const WHEREABOUTS: Readonly<Record<Engine, Whereabouts>> = {
  chromium: {
    variable: 'CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    files: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    remedy: 'Debian: apt-get install chromium; macOS: brew install --cask chromium',
  },
  firefox: {
    variable: 'FIREFOX',
    commands: ['firefox', 'firefox-esr'],
    files: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    remedy: 'Debian: apt-get install firefox-esr; macOS: brew install --cask firefox',
  },
}

/** Path of the installed browser; throws one sentence that says how to get it when there is none. */
export const findBrowser = (
  engine: Engine,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string => {
  const { variable, commands, files, remedy } = WHEREABOUTS[engine]
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const inPath = folders.flatMap((folder) => commands.map((command) => join(folder, command)))
  const named = env[variable]
  const found = named !== undefined && named !== '' ? named : [...inPath, ...files].find(existsSync)
  if (found !== undefined && existsSync(found)) return found
  throw new Error(
    `There is no ${engine} here: install it (${remedy}) or set ${variable} to its program.`,
  )
}

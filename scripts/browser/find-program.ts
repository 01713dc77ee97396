import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The engines the preview and the web build are shown to work in. */
export type Engine = 'chromium' | 'firefox' | 'webkit'

/** The engines there are on this machine: WebKitGTK runs on Linux, and Safari's driver needs a person to allow it. */
export const ENGINES: readonly Engine[] =
  process.platform === 'linux' ? ['chromium', 'firefox', 'webkit'] : ['chromium', 'firefox']

/** Programs of which one is looked for: browsers, the driver of one, and the screen it needs. */
type Program = Engine | 'xvfb'

interface Whereabouts {
  /** Variable that names the program, for an unusual place. */
  variable: string
  commands: readonly string[]
  files: readonly string[]
  remedy: string
}

const WHEREABOUTS: Readonly<Record<Program, Whereabouts>> = {
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
  webkit: {
    variable: 'WEBKIT_DRIVER',
    commands: ['WebKitWebDriver'],
    files: [],
    remedy: 'Debian: apt-get install webkit2gtk-driver',
  },
  xvfb: {
    variable: 'XVFB',
    commands: ['Xvfb'],
    files: [],
    remedy: 'Debian: apt-get install xvfb',
  },
}

/** Path of the installed program; throws one sentence that says how to get it when there is none. */
export const findProgram = (
  program: Program,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string => {
  const { variable, commands, files, remedy } = WHEREABOUTS[program]
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const inPath = folders.flatMap((folder) => commands.map((command) => join(folder, command)))
  const named = env[variable]
  const found = named !== undefined && named !== '' ? named : [...inPath, ...files].find(existsSync)
  if (found !== undefined && existsSync(found)) return found
  throw new Error(
    `There is no ${program} here: install it (${remedy}) or set ${variable} to its program.`,
  )
}

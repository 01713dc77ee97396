import { confirm } from '@clack/prompts'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readProject } from '../doctor/read-project'
import { examine, hasErrors, textOf } from '../doctor/report'
import { readArguments, USAGE, type Act } from './arguments'
import { loadCi } from './ci'
import { keyPathFrom } from './key'
import { send } from './send'
import { historyOf, versionOf } from './version'

const say = (line: string) => void process.stdout.write(`${line}\n`)

const build = (root: string): void => {
  const { status } = spawnSync('npm', ['run', 'build:weapp'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error('Nothing was uploaded: the build failed.')
}

const mayInstall =
  (consent: 'ask' | 'given') =>
  async (what: string): Promise<boolean> => {
    if (consent === 'given' || !process.stdin.isTTY) {
      say(`Downloading ${what} …`)
      return true
    }
    return (await confirm({ message: `Download ${what}?` })) === true
  }

/** Asks the doctor; throws when something stops an upload. */
const examined = async (root: string): Promise<string> => {
  const project = await readProject(root)
  const lines = await examine(project, 'upload')
  for (const line of lines.filter(({ level }) => level !== 'ok')) say(textOf(line))
  if (hasErrors(lines) || typeof project.appid !== 'string') {
    throw new Error('Nothing was uploaded: mend what is marked ✗ first.')
  }
  return project.appid
}

const run = async (act: Act): Promise<void> => {
  const options = readArguments(process.argv.slice(2))
  if (options === undefined) return say(USAGE)
  const root = process.cwd()
  const keyPath = keyPathFrom(process.env)
  if (options.build === 'first') build(root)
  const appid = await examined(root)
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const version = versionOf(options, manifest.version, historyOf(root))
  if (version.hint !== undefined) say(version.hint)
  const ci = await loadCi(root, process.env, mayInstall(options.consent))
  say(
    `${act === 'upload' ? 'Uploading' : 'Previewing'} ${appid} ${version.version}: ${version.message}`,
  )
  await send(ci, { root, act, appid, keyPath, robot: options.robot, version })
  if (act === 'upload') {
    say(
      'Done: mp.weixin.qq.com, 版本管理 > 开发版本 has it; choose it for 体验版, or submit it for review.',
    )
  }
}

/**
 * `npm run upload`, `npm run preview:qr`: builds, asks the doctor, sends what was built to WeChat, and ends the process,
 * with the sentence of what went wrong: what miniprogram-ci leaves running keeps a process alive, or fails once more.
 */
export const runAndExit = async (act: Act): Promise<never> => {
  try {
    await run(act)
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runMain } from '../../scripts/code/run-main'
import { buildHelloWorld } from '../size/hello-world'
import { copyTemplate } from '../matrix/project'
import { measureInstallations } from './install'
import { timed } from './timed'
import { measureWatching } from './watching'

const TEMPLATE = process.cwd()
const PORTS = { PORT: '18787', SIM_PORT: '18788', PREVIEW_PORT: '18789' }
const COMPILED = /Compiled successfully/
const TARO = createRequire(resolve('package.json')).resolve('@tarojs/cli/bin/taro')

const say = (...cells: readonly string[]) => void process.stdout.write(`| ${cells.join(' | ')} |\n`)
const seconds = (value: number) => `${value.toFixed(1)} s`

const run =
  (folder: string, ...command: readonly string[]) =>
  () => {
    const [program = '', ...options] = command
    const { status } = spawnSync(program, options, { cwd: folder, stdio: 'ignore' })
    if (status !== 0) throw new Error(`${command.join(' ')} failed in ${folder}.`)
  }

/** Resolves at the preview's next word of a finished build. */
const nextRebuild = async (): Promise<void> => {
  const { body } = await fetch(`http://127.0.0.1:${PORTS.PREVIEW_PORT}/rebuilds`)
  if (body === null) throw new Error('The preview sends no rebuilds.')
  const reader = body.getReader()
  for (let text = ''; !text.includes('event: rebuilt');) {
    const { done, value } = await reader.read()
    if (done) return
    text = new TextDecoder().decode(value)
  }
}

const installations = () => {
  const { ours, taro } = measureInstallations(TEMPLATE)
  say('`npm ci`', seconds(ours.seconds), seconds(taro.seconds))
  say('node_modules, MB', String(ours.megabytes), String(taro.megabytes))
  say('packages', String(ours.packages), String(taro.packages))
}

const watching = async (copy: string) => {
  const ours = await measureWatching({
    folder: copy,
    command: ['npm', 'start'],
    env: PORTS,
    readyWhen: /^Ready/,
    changes: join(copy, 'src/pages/home/index.tsx'),
    rebuilt: nextRebuild,
  })
  await buildHelloWorld()
  const hello = resolve('.cache/size/hello-world')
  rmSync(join(hello, 'node_modules'), { recursive: true, force: true })
  const taro = await measureWatching({
    folder: hello,
    command: [process.execPath, TARO, 'build', '--type', 'weapp', '--watch'],
    readyWhen: COMPILED,
    changes: join(hello, 'src/pages/index/index.tsx'),
    rebuilt: (lines) => lines.next(COMPILED),
  })
  say('`npm start` to the first page', seconds(ours.cold), seconds(taro.cold))
  say('a change to the next page', seconds(ours.rebuild), seconds(taro.rebuild))
}

const checks = (copy: string) => {
  rmSync(join(copy, '.cache'), { recursive: true, force: true })
  const types = run(copy, 'npm', 'run', 'check:types')
  say('types, at first', seconds(timed(types)), '')
  say('types, nothing changed', seconds(timed(types)), '')
  say('`npm run test:quick`', seconds(timed(run(copy, 'npm', 'run', 'test:quick'))), '')
  if (process.argv.includes('--all')) {
    say('`npm test`', seconds(timed(run(copy, 'npm', 'test'))), '')
  }
}

/** Prints what it costs to work on the template, beside Taro's own part: an app that `taro init` makes. */
const main = async () => {
  const copy = mkdtempSync(join(tmpdir(), 'costs-copy-'))
  try {
    copyTemplate(TEMPLATE, copy)
    say('', 'this template', "Taro's own part")
    say('---', '---', '---')
    installations()
    await watching(copy)
    checks(copy)
    process.stdout.write(`\nLoad average ${loadavg()[0]?.toFixed(1)}.\n`)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

runMain(main, 'stack')

import { parseArgs } from 'node:util'
import { outliveReader } from './code/run-main'
import { readProject } from './doctor/read-project'
import { examine, hasErrors, textOf } from './doctor/report'

const USAGE = `npm run doctor               says what is in order and what is not
   -- --upload               with what would stop an upload as errors
   -- --json                 for machines: { ok, findings: [{ check, level, sentence, remedy }] }`

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** `npm run doctor`: fails when there is an error. */
const main = async (): Promise<void> => {
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({ options: { upload: flag, json: flag, help: flag } })
  if (values.help === true) return say(USAGE)
  const project = await readProject(process.cwd())
  const findings = await examine(project, values.upload === true ? 'upload' : 'development')
  const ok = !hasErrors(findings)
  if (values.json === true) say(JSON.stringify({ ok, findings }, null, 2))
  else for (const line of findings) say(textOf(line))
  if (!ok) process.exitCode = 1
}

outliveReader()
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`)
  process.exitCode = 1
})

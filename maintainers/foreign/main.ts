import { componentsOf, filesOf, installedLibraries, type Library } from './libraries'
import { tryComponent, type Verdict } from './try-component'

const judge = async (library: Library): Promise<readonly Verdict[]> => {
  const files = filesOf(library)
  const verdicts: Verdict[] = []
  for (const component of componentsOf(library)) {
    const path = `${library.name}/${component}`
    verdicts.push(
      await tryComponent(files, path).catch((error: unknown) => ({
        component: path,
        faults: [`launch: ${String(error)}`],
        unsimulated: [],
        taps: 0,
      })),
    )
  }
  return verdicts
}

const print = (line: string) => process.stdout.write(`${line}\n`)

const report = (name: string, verdicts: readonly Verdict[]) => {
  const well = verdicts.filter(({ faults }) => faults.length === 0)
  const taps = verdicts.reduce((sum, verdict) => sum + verdict.taps, 0)
  const share = ((100 * well.length) / verdicts.length).toFixed(1)
  print(`| ${name} | ${verdicts.length} | ${well.length} | ${share} % | ${taps} |`)
  return verdicts.flatMap(({ component, faults, unsimulated }) => [
    ...faults.map((line) => `fault          ${component}: ${line}`),
    ...unsimulated.map((line) => `not simulated  ${component}: ${line}`),
  ])
}

const main = async () => {
  const only = process.argv[2]
  print('| library | components | without a fault | share | taps |')
  print('| --- | --- | --- | --- | --- |')
  const lines: string[] = []
  for (const library of installedLibraries()) {
    if (only !== undefined && only !== library.name) continue
    lines.push(...report(library.name, await judge(library)))
  }
  print('')
  lines.forEach(print)
  if (lines.some((line) => line.startsWith('fault'))) process.exitCode = 1
}

void main()

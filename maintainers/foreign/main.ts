import { writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { componentsOf, filesOf, installedLibraries, versionOf, type Library } from './libraries'
import { pageOf, type Judged } from './page'
import { tryComponent, type Verdict } from './try-component'

/** Where the table goes: beside this file. */
const PAGE = new URL('README.md', import.meta.url)

const judge = async (library: Library): Promise<Judged> => {
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
  return { name: library.name, version: versionOf(library), verdicts }
}

const main = async () => {
  const only = process.argv[2]
  const judged: Judged[] = []
  for (const library of installedLibraries()) {
    if (only === undefined || only === library.name) judged.push(await judge(library))
  }
  const { text, faults } = pageOf(judged)
  process.stdout.write(text)
  const style = await resolveConfig(PAGE)
  if (only === undefined) {
    await writeFile(PAGE, await format(text, { ...style, parser: 'markdown' }))
  }
  if (faults > 0) process.exitCode = 1
}

void main()

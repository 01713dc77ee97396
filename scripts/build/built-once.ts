import { readFile, rm, writeFile } from 'node:fs/promises'
import { fingerprint } from './fingerprint'

/**
 * Runs `build`, which fills the folder `output`, unless that is there as a build from the same `inputs` left it. A
 * build that fails is run again the next time.
 */
export const builtOnce = async (
  output: string,
  inputs: string,
  build: () => Promise<void>,
): Promise<void> => {
  const stamp = `${output}.stamp`
  const stampNow = () => `${fingerprint([output])} ${inputs}`
  const found = await readFile(stamp, 'utf8').catch(() => '')
  if (found === stampNow()) return
  await rm(stamp, { force: true })
  await build()
  await writeFile(stamp, stampNow())
}

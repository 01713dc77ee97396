import { launch } from './launch'
import { namesOfWx } from './names-of-wx'

const BYTES_PER_MEGABYTE = 2 ** 20

const heapUsed = (): number => {
  // Twice: what the first round finalizes is free after the second.
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

/** Launches the mini-program in the folder of the first argument to the page of the second; prints the megabytes it holds. */
const main = async () => {
  const [, , folder = '', page = ''] = process.argv
  const names = namesOfWx()
  const before = heapUsed()
  const { held } = await launch(folder, page, names)
  const megabytes = (heapUsed() - before) / BYTES_PER_MEGABYTE
  if (held === undefined) throw new Error('Nothing was launched.')
  process.stdout.write(String(megabytes))
  process.exit()
}

void main()

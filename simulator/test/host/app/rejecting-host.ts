import { onePage, run } from '../bundle'

/** Rejects while a mini-program runs, as a script whose expectation fails. */
const main = async () => {
  await run(onePage('Page({})'))
  throw new Error('an expectation of the script')
}

void main()

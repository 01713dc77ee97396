import { runFunction } from '../../src/functions/run-function'

/** `run-and-wait <file>`: runs the cloud function in `file` for up to a minute, and says when it calls. */
const [, , file = ''] = process.argv
const say = async () => void process.stdout.write('called\n')

void runFunction(file, '{}', 60_000, say, new AbortController().signal)

/** Lets so many turns of the event loop pass. */
export const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate)
}

/** Lets everything happen that needs no time: an answer may set off a call that goes a turn later. */
export const settle = () => turns(3)

/** Lets `ms` milliseconds of fake time pass, and what they set off. */
export const wait = async (ms: number) => {
  jest.advanceTimersByTime(ms)
  await settle()
}

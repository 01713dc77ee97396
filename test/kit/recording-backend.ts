import type { Call, Send } from '../../src/baas/send'

/** A backend that answers every call with this body, or refuses it with this error, and keeps the calls. */
export const recordingBackend = (answer: unknown) => {
  const calls: Call[] = []
  const send: Send = async (call) => {
    calls.push(call)
    if (answer instanceof Error) throw answer
    return { status: 200, body: answer }
  }
  return { send, calls }
}

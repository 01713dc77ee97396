import { deployFunctions, type DeployedFunctions } from './cloud-functions'
import { openDesk, type Desk } from './desk'
import { phoneInHand, type PhoneInHand } from './phone-in-hand'

/** Where a client runs a cloud function. */
export const FUNCTION_JOB = '/hserve/v1/cloud-function/job/'

/** A desk whose server has cloud functions deployed. */
export interface FunctionDesk {
  readonly functions: DeployedFunctions
  readonly desk: Desk
  readonly hand: PhoneInHand
  /** Runs one of them as a client does; `sync` false does not wait for its answer. */
  readonly invoke: (
    token: string,
    name: string,
    data?: unknown,
    sync?: boolean,
  ) => ReturnType<Desk['call']>
  readonly close: () => Promise<void>
}

/** Deploys the functions and opens the desk; the caller closes it. */
export const openFunctionDesk = async (): Promise<FunctionDesk> => {
  const functions = await deployFunctions()
  const desk = await openDesk({ FUNCTIONS_DIR: functions.folder })
  return {
    functions,
    desk,
    hand: phoneInHand(desk),
    invoke: (token, name, data, sync = true) =>
      desk.call('POST', FUNCTION_JOB, { body: { function_name: name, sync, data }, token }),
    close: async () => {
      await desk.close()
      await functions.remove()
    },
  }
}

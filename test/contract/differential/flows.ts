import { accounts, linking, wechat } from './account-flows'
import { messages, oldLibraries, utilities } from './other-flows'
import { phones, profiles } from './phone-and-profile-flows'
import type { FlowContext } from './flow-context'

/** The same story for both clients, in the words of the vendor's documents. */
export const tellAll = async (context: FlowContext): Promise<void> => {
  await accounts(context)
  await wechat(context)
  await linking(context)
  await phones(context)
  await profiles(context)
  await messages(context)
  await utilities(context)
  await oldLibraries(context)
}

import { accounts, linking, wechat } from './account-flows'
import { letters, oldLibraries, utilities } from './other-flows'
import { phones, profiles } from './phone-and-profile-flows'
import type { Stage } from './stage'

/** The same story for both clients, in the words of the vendor's documents. */
export const tellAll = async (stage: Stage): Promise<void> => {
  await accounts(stage)
  await wechat(stage)
  await linking(stage)
  await phones(stage)
  await profiles(stage)
  await letters(stage)
  await utilities(stage)
  await oldLibraries(stage)
}

import { createPhoneMemory, type PhoneMemory } from '../../../wx/phone/memory'
import { createPhone, type PhoneOptions } from '../phone'

type Call = (...given: readonly unknown[]) => unknown

/** A phone, its file manager and the root of the app's own files. */
export const openFiles = (
  memory: PhoneMemory = createPhoneMemory(),
  options: PhoneOptions = {},
) => {
  const phone = createPhone({ ...options, memory })
  const { wx } = phone
  const fs = wx['getFileSystemManager']?.() as unknown as Record<string, Call>
  const { USER_DATA_PATH: root } = wx['env'] as unknown as { USER_DATA_PATH: string }

  /** Calls a method with callbacks and returns what `success` or `fail` got. */
  const ask = (name: string, option: object = {}) =>
    new Promise<Record<string, unknown>>((resolve) => {
      fs[name]?.({ ...option, success: resolve, fail: resolve })
    })
  /** Calls the synchronous one, and returns what it returns or what it throws. */
  const sync = (name: string, ...given: readonly unknown[]): unknown => {
    try {
      return fs[name]?.(...given)
    } catch (error) {
      return error
    }
  }
  return { ...phone, fs, root, ask, sync, memory }
}

/** A temporary file of text in a phone: a picture that the person chose. */
export const chosenFile = async ({ press }: Pick<ReturnType<typeof createPhone>, 'press'>) => {
  const [event] = await press('chooseAvatar')
  return String(event?.['avatarUrl'])
}

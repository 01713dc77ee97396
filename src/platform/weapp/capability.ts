import Taro from '@tarojs/taro'

type Call = (option: unknown) => unknown

/** What this base library can do under a name, called as WeChat has it; undefined below the library that brought it. */
export const capability = (name: string): Call | undefined => {
  const call = (Taro as unknown as Readonly<Record<string, unknown>>)[name]
  return typeof call === 'function' ? (option) => call.call(Taro, option) : undefined
}

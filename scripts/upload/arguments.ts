import { parseArgs } from 'node:util'

/** `upload` makes a version in the console; `preview` a QR code that developers of the mini-program scan. */
export type Act = 'upload' | 'preview'

/** The command line of upload and preview. */
export interface Options {
  /** Of WeChat's thirty CI robots: the versions of one replace each other. */
  readonly robot: number
  readonly version: string | undefined
  readonly message: string | undefined
  /** Whether miniprogram-ci may be downloaded: it is asked, or it was said. */
  readonly consent: 'ask' | 'given'
  /** Whether the bundle is built first, or the one that is there is taken. */
  readonly build: 'first' | 'done'
}

export const USAGE = `npm run upload               builds and uploads a version, which the console lists as "开发版本"
npm run preview:qr           builds, and prints a QR code for the phones of developers
   -- --robot 2              the CI robot, 1 to 30; 1 by default
   -- --version 1.2.0        else the git tag of this commit (v1.2.0), else the version of package.json
   -- --message TEXT         else the subject of the last commit
   -- --no-build             takes dist/weapp as it is
   -- --yes                  downloads miniprogram-ci without asking
WEAPP_UPLOAD_KEY is the path of the key file: mp.weixin.qq.com, 开发管理 > 开发设置 > 小程序代码上传 > 生成.
The same page has the list of IP addresses that may upload (IP白名单).`

/** Reads the command line: undefined when help is asked for; throws a sentence for what it does not know. */
export const readArguments = (argv: readonly string[]): Options | undefined => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    args: [...argv],
    options: { robot: text, version: text, message: text, yes: flag, 'no-build': flag, help: flag },
  })
  if (values.help === true) return undefined
  const robot = Number(values.robot ?? 1)
  if (!Number.isInteger(robot) || robot < 1 || robot > 30) {
    throw new Error('--robot takes a number from 1 to 30.')
  }
  return {
    robot,
    version: values.version,
    message: values.message,
    consent: values.yes === true ? 'given' : 'ask',
    build: values['no-build'] === true ? 'done' : 'first',
  }
}

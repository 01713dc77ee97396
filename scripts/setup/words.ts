import type { Answers } from './answers/answers'
import type { GitState } from './git'

/**
 * What comes after setup, line by line.
 * @param left folders of workspaces that are not kept and still lie there, with what npm put into them
 */
export const nextSteps = (
  answers: Answers,
  git: GitState,
  notes: readonly string[],
  left: readonly string[],
): string[] => {
  const { backend, appid, operator, keep } = answers
  const open = Object.values(operator).some((text) => text === '')
  const [hasServer, hasSimulator] = [keep.includes('server'), keep.includes('simulator')]
  return [
    '',
    `Done: this is ${answers.displayName} (${answers.name}) now.`,
    ...notes.map((note) => `  ${note}`),
    '',
    'Next:',
    '  npm ci                      removes packages that nothing needs any more',
    ...(left.length > 0
      ? [
          `  ${`rm -r ${left.join(' ')}`.padEnd(27)} only its node_modules is left, which npm ci does not remove`,
        ]
      : []),
    git.kind === 'none'
      ? '  git init && git add -A && git commit -m "Begin"'
      : `  git add -A . && git commit -m "Make it ours"    (or undo everything: ${git.undo})`,
    '  npm start                   runs it',
    ...(backend.kind === 'none' || (backend.kind === 'own' && !hasServer)
      ? ['  TARO_APP_BAAS_HOST in .env: where the backend is, once there is one']
      : []),
    ...(backend.kind === 'hosted' && backend.host.includes('your-client-id')
      ? ['  .env                        write your client ID in place of "your-client-id", twice']
      : []),
    ...(appid === 'touristappid'
      ? ['  project.config.json         the AppID, once you have one']
      : []),
    ...(hasServer && !hasSimulator
      ? [
          '  server/.env                 WECHAT_API_BASE=https://api.weixin.qq.com: no simulator is here',
        ]
      : []),
    ...(appid !== 'touristappid' && hasServer
      ? [`  server/.env                 WECHAT_APPID=${appid} and WECHAT_SECRET`]
      : []),
    ...(hasServer && !keep.includes('sms')
      ? [
          '  SMS_HOOK_URL=off            where the server runs for people: it sends no text messages',
        ]
      : []),
    ...(open ? ['  src/features/legal/         fill in what stands in brackets'] : []),
  ]
}

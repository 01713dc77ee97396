import { Text } from '@tarojs/components'
import { useAuthKit } from '../../auth/AuthProvider'
import { withAccount, writeAccount } from '../../baas/account'
import { readSessionToken } from '../../baas/session-token'
import type { User } from '../../baas/user'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { Button } from '../../ui/Button'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'
import { canRemove } from './ways-in'

/** Takes a username or an e-mail address off the account, unless it is the last way in. */
export function RemoveName({ user, name }: { user: User; name: 'username' | 'email' }) {
  const { auth } = useAuthKit()
  const texts = useTexts(accountTexts)
  const { attempt, state, start } = useAttempt({ 400: 'conflict' })
  const isSet = Boolean(user[`_${name}`])

  const remove = () =>
    start(async () => {
      const { body } = await writeAccount(auth.request, { [name]: null })
      auth.learn(withAccount(user, body), readSessionToken(body))
    })

  if (!isSet) return <AttemptNotice id={`${name}-removed`} attempt={attempt} done={texts.removed} />
  if (!canRemove(user, name)) {
    return (
      <Text id={`${name}-last`} className="text-caption">
        {texts.lastWayIn}
      </Text>
    )
  }
  return (
    <>
      <Button
        id={`${name}-remove`}
        label={texts.remove}
        look="quiet"
        state={state}
        onTap={remove}
      />
      <AttemptNotice
        id={`${name}-removed`}
        attempt={attempt}
        done={texts.removed}
        here={{ conflict: texts.lastWayIn }}
      />
    </>
  )
}

import { Text } from '@tarojs/components'
import type { GuestReason } from '../../auth/session'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { common } from '../../i18n/common'
import { failureTexts } from '../../i18n/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { sessionTexts } from '../../i18n/session'
import { Button } from '../../ui/form/Button'
import { open, openSignIn } from '../navigation/open'
import { PhoneEntry } from './PhoneEntry'
import { useAction } from '../shared/use-action'
import { RegisterEntry } from '../web/RegisterEntry'

const TEXT = {
  offline: 'guestOffline',
  refused: 'guestRefused',
  server: 'guestServer',
  signedOut: 'guestSignedOut',
  endedElsewhere: 'guestEndedElsewhere',
  unionConflict: 'guestUnionConflict',
} as const

/** No one is signed in: why, and how to sign in. WeChat signs in by a tap; a browser has a page for it. */
export const GuestDetail = ({ reason }: { reason: GuestReason }) => {
  const retry = useWechatAuth((auth) => auth.retry)
  const texts = useTexts(sessionTexts)
  const words = useTexts(common)
  const failures = useTexts(failureTexts)
  const { state, run } = useAction()
  const isWeb = __TARGET__ === 'h5'
  const isEnded = reason === 'signedOut' || reason === 'endedElsewhere'
  const label = isEnded || isWeb ? texts.signIn : words.retry
  return (
    <>
      <Text id="guest-reason" className="text-note">
        {reason === 'accountBlocked' ? failures.accountBlocked : texts[TEXT[reason]]}
      </Text>
      {reason === 'unionConflict' ? (
        <Button id="link-open" label={texts.resolve} onTap={() => open('link')} />
      ) : (
        <Button
          id="session-retry"
          label={label}
          state={state}
          onTap={isWeb ? openSignIn : () => run(async () => void (await retry()))}
        />
      )}
      {__TARGET__ === 'h5' && <RegisterEntry />}
      <PhoneEntry />
    </>
  )
}

import { Fragment } from 'react'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { LoadingCard } from '../../ui/feedback/LoadingCard'
import { ConsentGate } from '../privacy/ConsentGate'
import { ReauthenticationSheet } from '../reauthentication/ReauthenticationSheet'
import { isLaunching } from '../session/is-launching'
import { useServices } from '../services'
import { FullProfile } from '../shared/FullProfile'
import { OwnPhone } from './OwnPhone'
import { PhoneSignIn } from './PhoneSignIn'
import { SmsForm } from './SmsForm'

/** WeChat's phone button and the text message. The text message waits for no answer about consent, which may never come. A member binds the number, a guest signs in with it. */
export const PhonePanel = () => {
  const { session, user } = useWechatAuth(({ session, user }) => ({ session, user }))
  const { platform } = useServices()
  const hasButton = __FEATURES__.phone !== 'off' && platform.client === 'WECHAT'

  if (isLaunching(session)) return <LoadingCard lines={2} />
  return (
    <ConsentGate user={user}>
      {(isAnswered) => (
        <>
          {hasButton && !isAnswered && <LoadingCard lines={2} />}
          {user === null ? (
            <>
              {hasButton && isAnswered && <PhoneSignIn />}
              {__FEATURES__.sms && (
                <SmsForm look={hasButton ? 'plain' : 'primary'} onDone={() => undefined} />
              )}
            </>
          ) : (
            <Fragment key={user.id}>
              <FullProfile user={user}>
                {(whole) => <OwnPhone user={whole} hasButton={hasButton && isAnswered} />}
              </FullProfile>
              <ReauthenticationSheet user={user} />
            </Fragment>
          )}
        </>
      )}
    </ConsentGate>
  )
}

import { Text } from '@tarojs/components'
import type { Outcome } from '../../auth/account/attempt'
import type { Member } from '../../auth/member'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { refusalTexts } from '../../i18n/refusals'
import { AttemptNotice } from '../shared/AttemptNotice'
import { ConfirmButton } from '../shared/ConfirmButton'
import { useAttempt } from '../shared/use-attempt'
import { canRemove } from './sign-in-methods'

interface Props {
  user: Member
  name: 'username' | 'email'
  remove: () => Promise<Outcome<unknown>>
}

/** Takes a username or an e-mail address off the account, unless it is the last sign-in method. */
export const RemoveName = ({ user, name, remove }: Props) => {
  const texts = useTexts(accountTexts)
  const { last_sign_in_method: last } = useTexts(refusalTexts)
  const { attempt, state, start } = useAttempt()
  const isSet = Boolean(user[`_${name}`])

  if (isSet && !canRemove(user, name)) {
    return (
      <Text id={`${name}-last`} className="text-caption">
        {last}
      </Text>
    )
  }
  return (
    <>
      {isSet && (
        <ConfirmButton
          id={`${name}-remove`}
          label={texts.remove}
          look="quiet"
          state={state}
          question={{
            title: texts[`${name}Remove`],
            consequences: [texts[`${name}RemoveLead`]],
            sure: texts.removeSure,
          }}
          onSure={() => start(remove)}
        />
      )}
      <AttemptNotice
        id={`${name}-removed`}
        attempt={attempt}
        done={texts.removed}
        texts={{ conflict: last }}
      />
    </>
  )
}

import { Text, View } from '@tarojs/components'
import type { SignedInDevice } from '../../auth/account/sessions'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { Tappable } from '../../ui/content/Tappable'
import { moment } from '../shared/moment'
import { deviceName } from './device-name'
import '../../ui/content/Cell.scss'
import './SessionRow.scss'

/** One session: its device, when it began, and the button that ends it. */
export const SessionRow = ({ session, onEnd }: { session: SignedInDevice; onEnd: () => void }) => {
  const texts = useTexts(accountTexts)
  const { id, current, userAgent, method, createdAt } = session
  const name = deviceName(userAgent, method, texts)
  return (
    <View id={`session-${id}`} className="cell">
      <View className="device-words">
        <Text>{name}</Text>
        <Text className="text-note">
          {texts.since} {moment(createdAt)}
        </Text>
      </View>
      {current ? (
        <Text id="session-current" className="text-note">
          {texts.thisDevice}
        </Text>
      ) : (
        <Tappable
          id={`session-end-${id}`}
          className="device-end"
          label={`${texts.end} ${name}`}
          onTap={onEnd}
        >
          <Text>{texts.end}</Text>
        </Tappable>
      )}
    </View>
  )
}

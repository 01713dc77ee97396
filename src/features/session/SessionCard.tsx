import { Text, View } from '@tarojs/components'
import type { Session } from '../../auth/session'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { sessionTexts } from '../../i18n/session'
import { Card } from '../../ui/content/Card'
import { Skeleton } from '../../ui/feedback/Skeleton'
import { GuestDetail } from './GuestDetail'
import { MemberDetail } from './MemberDetail'
import { UnlinkedDetail } from './UnlinkedDetail'
import { useContinue, type Continue } from './use-continue'
import './SessionCard.scss'

/** Who is signed in, and the next step: it follows the session, and blocks nothing. */
export const SessionCard = () => {
  const session = useWechatAuth(({ session }) => session)
  const texts = useTexts(sessionTexts)
  // Here, because Detail is replaced by a skeleton while a sign-in is under way.
  const continuing = useContinue()
  return (
    <Card>
      <View className={`session-row session-${session.tag}`}>
        <View className="session-dot" />
        <Text id="session-state" className="text-note">
          {texts[session.tag]}
        </Text>
      </View>
      <Detail session={session} continuing={continuing} />
    </Card>
  )
}

const Detail = ({ session, continuing }: { session: Session; continuing: Continue }) => {
  switch (session.tag) {
    case 'booting':
    case 'signingIn':
      return <Skeleton lines={2} />
    case 'member':
      return <MemberDetail user={session.user} />
    case 'unlinked':
      return <UnlinkedDetail continuing={continuing} />
    case 'guest':
      return <GuestDetail reason={session.reason} />
  }
}

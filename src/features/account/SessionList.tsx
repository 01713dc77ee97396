import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import type { SignedInDevice } from '../../auth/account/sessions'
import { useAccount } from '../../auth/useAccount'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { Card } from '../../ui/Card'
import { LoadingCard } from '../../ui/LoadingCard'
import { AttemptNotice } from '../shared/AttemptNotice'
import { Confirm } from '../shared/Confirm'
import { ConfirmButton } from '../shared/ConfirmButton'
import { FailureNotice } from '../shared/FailureNotice'
import { useAttempt } from '../shared/use-attempt'
import { useLoaded } from '../shared/use-loaded'
import { deviceName } from './device-name'
import { SessionRow } from './SessionRow'

/** Where the member is signed in, and the end of each, after a question. */
export const SessionList = () => {
  const { listSessions, endSession, endOtherSessions } = useAccount()
  const texts = useTexts(accountTexts)
  const { loaded, reload } = useLoaded(listSessions)
  const [ending, setEnding] = useState<SignedInDevice | null>(null)
  const { attempt, state, start } = useAttempt()

  const end = (work: () => Promise<Outcome<void>>) =>
    start(async () => {
      const outcome = await work()
      if (outcome.tag === 'done') reload()
      return outcome
    })

  switch (loaded.tag) {
    case 'loading':
      return <LoadingCard />
    case 'failed':
      return (
        <FailureNotice
          id="sessions-failure"
          kind={loaded.kind}
          here={{ unsupported: texts.unsupported }}
          {...(loaded.kind === 'unsupported' ? {} : { onRetry: reload })}
        />
      )
    case 'here': {
      const others = loaded.value.filter(({ current }) => !current)
      return (
        <>
          <Card inset="rows">
            {loaded.value.map((session) => (
              <SessionRow key={session.id} session={session} onEnd={() => setEnding(session)} />
            ))}
          </Card>
          {others.length === 0 ? (
            <View className="text-note">
              <Text id="sessions-alone">{texts.noOthers}</Text>
            </View>
          ) : (
            <ConfirmButton
              id="sessions-end-others"
              label={texts.endOthers}
              look="danger"
              state={state}
              question={{
                title: texts.endOthersTitle,
                consequences: [texts.endOthersLead],
                sure: texts.endOthersSure,
              }}
              onSure={() => end(() => endOtherSessions())}
            />
          )}
          {ending !== null && (
            <Confirm
              id="session-end"
              question={{
                title: texts.endTitle,
                consequences: [deviceName(ending.userAgent, ending.method, texts), texts.endLead],
                sure: texts.endSure,
              }}
              onKeep={() => setEnding(null)}
              onSure={() => {
                setEnding(null)
                end(() => endSession(ending.id))
              }}
            />
          )}
          <AttemptNotice id="sessions-end-failure" attempt={attempt} />
        </>
      )
    }
  }
}

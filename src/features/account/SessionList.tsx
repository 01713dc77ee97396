import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import type { SignedInDevice } from '../../auth/account/sessions'
import type { Failure } from '../../auth/failure'
import { useAccount } from '../../auth/useAccount'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { Card } from '../../ui/content/Card'
import { LoadingCard } from '../../ui/feedback/LoadingCard'
import { Confirm } from '../shared/Confirm'
import { ConfirmButton } from '../shared/ConfirmButton'
import { FailureNotice } from '../shared/FailureNotice'
import { RefusalNotice } from '../shared/RefusalNotice'
import { useAction } from '../shared/use-action'
import { useLoaded } from '../shared/use-loaded'
import { deviceName } from './device-name'
import { SessionRow } from './SessionRow'

/** The member's sessions; each can be ended, after a question. */
export const SessionList = () => {
  const { listSessions, endSession, endOtherSessions } = useAccount()
  const texts = useTexts(accountTexts)
  const { loaded, reload } = useLoaded(listSessions)
  const [ending, setEnding] = useState<SignedInDevice | null>(null)
  const [ended, setEnded] = useState<readonly SignedInDevice[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const all = useAction()

  // Not useAction: ending one session does not wait for another.
  const end = async (devices: readonly SignedInDevice[], ending: Promise<Outcome<void>>) => {
    setFailure(null)
    const outcome = await ending
    if (outcome.tag === 'failed') setFailure(outcome.failure)
    else setEnded((before) => [...before, ...devices])
  }

  switch (loaded.tag) {
    case 'loading':
      return <LoadingCard />
    case 'failed':
      return (
        <FailureNotice
          id="sessions-failure"
          kind={loaded.kind}
          texts={{ unsupported: texts.unsupported }}
          {...(loaded.kind === 'unsupported' ? {} : { onRetry: reload })}
        />
      )
    case 'loaded': {
      const devices = loaded.value.filter((device) => !ended.includes(device))
      const others = devices.filter(({ current }) => !current)
      return (
        <>
          <Card inset="rows">
            {devices.map((session) => (
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
              state={all.state}
              question={{
                title: texts.endOthers,
                consequences: [texts.endOthersLead],
                sure: texts.endOthersSure,
              }}
              onSure={() => all.run(() => end(others, endOtherSessions()))}
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
                void end([ending], endSession(ending.id))
              }}
            />
          )}
          {failure !== null && <RefusalNotice id="sessions-end-failure" failure={failure} />}
        </>
      )
    }
  }
}

import { Text, View } from '@tarojs/components'
import type { Outcome } from '../../auth/account/attempt'
import { useAccount } from '../../auth/useAccount'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { LoadingCard } from '../../ui/LoadingCard'
import { AttemptNotice } from '../shared/AttemptNotice'
import { FailureNotice } from '../shared/FailureNotice'
import { useAttempt } from '../shared/use-attempt'
import { useLoaded } from '../shared/use-loaded'
import { SessionRow } from './SessionRow'

/** Where the member is signed in, and the way to end each of them. */
export function SessionList() {
  const { listSessions, endSession, endOtherSessions } = useAccount()
  const texts = useTexts(accountTexts)
  const { loaded, reload } = useLoaded(listSessions)
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
              <SessionRow
                key={session.id}
                session={session}
                onEnd={() => end(() => endSession(session.id))}
              />
            ))}
          </Card>
          {others.length === 0 ? (
            <View className="text-note">
              <Text id="sessions-alone">{texts.noOthers}</Text>
            </View>
          ) : (
            <Button
              id="sessions-end-others"
              label={texts.endOthers}
              look="danger"
              state={state}
              onTap={() => end(() => endOtherSessions())}
            />
          )}
          <AttemptNotice id="sessions-end-failure" attempt={attempt} />
        </>
      )
    }
  }
}

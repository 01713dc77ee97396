import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAuthKit } from '../../auth/AuthProvider'
import { copyText } from '../../platform/copy-text'
import { decorate } from '../../platform/decorate'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { lineOf } from './line-of'

/** Everything that happened to the session, copyable as a fixture that a test can replay. */
export const TimelineCard = () => {
  const { timeline } = useAuthKit()
  const [events, setEvents] = useState(() => timeline?.events() ?? [])
  return (
    <Card>
      {events.map((event, index) => (
        <View key={index}>
          <Text>{lineOf(event)}</Text>
        </View>
      ))}
      <Button
        id="timeline-refresh"
        label="Refresh"
        look="quiet"
        onTap={() => setEvents(timeline?.events() ?? [])}
      />
      <Button
        id="timeline-copy"
        label="Copy as a fixture"
        onTap={() => decorate(() => copyText(JSON.stringify(events, null, 2)))}
      />
    </Card>
  )
}

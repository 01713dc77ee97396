import { TimelineCard } from '../../../features/timeline/TimelineCard'
import { Page } from '../../../ui/page/Page'

/** Reached by its address only (DevTools: compile mode), and only in development builds. */
export default function TimelinePage() {
  return (
    <Page title="Auth timeline">
      <TimelineCard />
    </Page>
  )
}

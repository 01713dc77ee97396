import { Card } from '../content/Card'
import { Skeleton } from './Skeleton'

/** A card whose content is loading. */
export const LoadingCard = ({ lines = 3 }: { lines?: number }) => {
  return (
    <Card>
      <Skeleton lines={lines} />
    </Card>
  )
}

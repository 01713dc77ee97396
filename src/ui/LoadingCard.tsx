import { Card } from './Card'
import { Skeleton } from './Skeleton'

/** A card whose content is on its way. */
export const LoadingCard = ({ lines = 3 }: { lines?: number }) => {
  return (
    <Card>
      <Skeleton lines={lines} />
    </Card>
  )
}

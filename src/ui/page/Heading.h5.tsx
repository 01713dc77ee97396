import type { HeadingProps } from './heading.types'

/** Words above what belongs to them, one level below the title of the page: screen readers list and jump to them. */
export const Heading = ({ id, className, children }: HeadingProps) => {
  return (
    <h2 id={id} className={className}>
      {children}
    </h2>
  )
}

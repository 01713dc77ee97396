interface Options {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

interface Status {
  intersectionRatio: number
}

type Margins = Partial<Record<'left' | 'top' | 'right' | 'bottom', number>>

interface Observer {
  observe: (selector: string, listener: (status: Status) => void) => void
  relativeTo: (selector: string, margins?: Margins) => Observer
  relativeToViewport: (margins?: Margins) => Observer
}

/** Margins that are not said are none (typings IntersectionObserverRelativeToMargins); the framework takes all four as given. */
const NO_MARGINS = { left: 0, top: 0, right: 0, bottom: 0 }

type Create = (this: object, options?: Options) => Observer

/**
 * Has an observer take margins that name some edges only, and report first of all where the ratio is not the
 * initial one (typings CreateIntersectionObserverOption, initialRatio): the framework leaves that very report out.
 * An initial ratio beyond all thresholds lets every first report through.
 */
export const reportFirstIntersection = (create: Create): Create =>
  function createIntersectionObserver(this: object, options: Options = {}) {
    const { initialRatio = 0 } = options
    const observer = Reflect.apply(create, this, [{ ...options, initialRatio: Infinity }])
    const { observe, relativeTo, relativeToViewport } = observer
    observer.relativeTo = (selector, margins) =>
      Reflect.apply(relativeTo, observer, [selector, { ...NO_MARGINS, ...margins }])
    observer.relativeToViewport = (margins) =>
      Reflect.apply(relativeToViewport, observer, [{ ...NO_MARGINS, ...margins }])
    observer.observe = (selector, listener) => {
      let told = false
      const tell = (status: Status) => {
        told ||= status.intersectionRatio !== initialRatio
        if (told) listener(status)
      }
      Reflect.apply(observe, observer, [selector, tell])
    }
    return observer
  }

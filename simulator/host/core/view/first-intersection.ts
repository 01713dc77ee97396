interface Options {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

interface Status {
  intersectionRatio: number
}

interface Observer {
  observe(selector: string, listener: (status: Status) => void): void
}

type Create = (this: object, options?: Options) => Observer

/**
 * Has an observer report first of all where the ratio is not the initial one (typings CreateIntersectionObserverOption, initialRatio):
 * the framework leaves that very report out. An initial ratio beyond all thresholds lets every first report through.
 */
export const reportFirstIntersection = (create: Create): Create =>
  function createIntersectionObserver(this: object, options: Options = {}) {
    const { initialRatio = 0 } = options
    const observer = Reflect.apply(create, this, [{ ...options, initialRatio: Infinity }])
    const { observe } = observer
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

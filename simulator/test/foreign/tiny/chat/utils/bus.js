const listeners = {}
module.exports = {
  on(name, fn) { (listeners[name] = listeners[name] || []).push(fn); return () => { listeners[name] = listeners[name].filter((one) => one !== fn) } },
  emit(name, data) { (listeners[name] || []).slice().forEach((fn) => fn(data)) },
}

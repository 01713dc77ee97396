// Preloaded into a server: SIGUSR2 makes a promise reject that nothing waits for, SIGHUP throws where nothing catches.
process.on('SIGUSR2', () => void Promise.reject(new Error('planted@example.com')))
process.on('SIGHUP', () => {
  throw new Error('planted@example.com')
})

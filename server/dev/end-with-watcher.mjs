// Loaded into the server by the watcher: when the watcher is gone, killed even, its server closes as after SIGTERM.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()

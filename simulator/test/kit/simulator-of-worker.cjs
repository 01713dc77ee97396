/* Stands in for the simulator in test files: the one that their environment, `phones-of-worker.ts`, has loaded. */
module.exports = globalThis.simulatorOfWorker()

const lookEvery = 500

/**
 * Closes this process when the npm that started it is ended. npm passes a signal on to the shell between itself and
 * this process, many shells die of it without passing it on, and the app would live on unseen.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, lookEvery)
  watch.unref()
  // Once the process has been asked to close by anyone, asking again could be taken for impatience.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      clearInterval(watch)
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
    })
  }
}

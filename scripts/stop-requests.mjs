const parentPollMs = 500
// A terminal's Ctrl-C reaches every process of the group, and npm may pass its own copy on: both are one request.
const sameRequestMs = 300

/**
 * Notices that this program should stop: Ctrl-C, SIGTERM, a closed terminal, or the end of npm, which does not pass a SIGTERM
 * on to what it runs. The first request aborts `signal`, whose reason is the signal's name; a second one calls
 * what `onSecond` was given.
 */
export function stopRequests() {
  const controller = new AbortController()
  let second = () => {}
  let firstAt = 0
  const request = name => {
    if (!controller.signal.aborted) {
      firstAt = performance.now()
      controller.abort(name)
    } else if (name === 'SIGINT' && performance.now() - firstAt > sameRequestMs) second()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => request(name))
  // A closed terminal must not end us in the middle of stopping the rest.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => request('SIGHUP'))
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && request('SIGTERM'), parentPollMs).unref()
  return {
    signal: controller.signal,
    onSecond(listener) {
      second = listener
    }
  }
}

/**
 * What comes of a question to Stripe, unless it is time to stop first: its library cannot call a request off, and may wait for
 * half a minute. Throws the reason of `signal` then.
 */
export function unlessStopped<T>(asked: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
    asked.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

import type { DevTools } from './devtools-pipe.ts'

type Params = Readonly<Record<string, unknown>>

/** One page of the browser. Both reject as those of `DevTools` do. */
export type Tab = Readonly<{
  call(method: string, params?: Params): Promise<Params>
  next(event: string): Promise<void>
  close(): Promise<unknown>
}>

export async function openTab(devTools: DevTools): Promise<Tab> {
  const { targetId } = await devTools.call('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await devTools.call('Target.attachToTarget', { targetId, flatten: true })
  const session = sessionId as string
  await devTools.call('Page.enable', {}, session)
  return {
    call: (method, params) => devTools.call(method, params, session),
    next: event => devTools.next(event, session),
    close: () => devTools.call('Target.closeTarget', { targetId })
  }
}

import { writeFile } from 'node:fs/promises'
import type { Tab } from './open-tab.ts'

export type Picture = Readonly<{
  /** A page of this machine: file:, data: or http://127.0.0.1:… */
  url: string
  /** Of the window, in CSS pixels. */
  width: number
  /** The picture is as high as the page when not given. */
  height?: number | undefined
  /** Whether the reader prefers dark colours. */
  dark?: boolean | undefined
  /** The PNG file. */
  out: string
}>

/** Pixels for each CSS pixel, as on a good screen. */
const SCALE = 2

/** What is loaded is not yet drawn: fonts come a moment later. */
const PAINTED = `document.fonts.ready
  .then(() => new Promise(requestAnimationFrame))
  .then(() => new Promise(requestAnimationFrame))
  .then(() => undefined)`

/**
 * Loads a page in a tab and writes its picture. What a sandboxed frame within it shows may be missing. Rejects when it
 * cannot be loaded.
 */
export async function takePicture({ call, next }: Tab, picture: Picture): Promise<void> {
  const { url, width, height, dark = false, out } = picture
  // A low window: what counts is the page's own height, not the window's.
  const size = { width, height: height ?? 100, deviceScaleFactor: SCALE, mobile: false }
  await call('Emulation.setDeviceMetricsOverride', size)
  const scheme = { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }
  await call('Emulation.setEmulatedMedia', { features: [scheme] })

  const loaded = next('Page.loadEventFired')
  loaded.catch(() => undefined) // when the page cannot be reached, that is what is told
  const { errorText } = await call('Page.navigate', { url })
  if (errorText !== undefined) throw new Error(`The page for ${out} cannot be loaded: ${errorText}`)
  await loaded
  await call('Runtime.evaluate', { expression: PAINTED, awaitPromise: true })

  const { cssContentSize } = (await call('Page.getLayoutMetrics')) as { cssContentSize: { height: number } }
  const clip = { x: 0, y: 0, width, height: height ?? cssContentSize.height, scale: 1 }
  const { data } = await call('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true, clip })
  await writeFile(out, Buffer.from(data as string, 'base64'))
}

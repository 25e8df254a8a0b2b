import type { BrowserProgram } from '@paidonce/local-stack/browser/browser-program'
import { type BrowserContext, chromium } from 'playwright-core'
import type { Scene } from '../scene.ts'
import type { Screenshot } from '../screenshots.ts'

const DESK = { width: 1180, height: 760 }
const HAND = { width: 390, height: 760 }

type Look = Readonly<{ isDark: boolean; path: string }>

/** A browser in which somebody has signed in to the console. */
export async function openConsole({ command, env = {} }: BrowserProgram, { url, name, password }: Scene) {
  const browser = await chromium.launch({
    executablePath: command,
    env: { ...env, HOME: '/tmp' },
    chromiumSandbox: process.getuid?.() !== 0
  })
  const context = await browser.newContext({ deviceScaleFactor: 1.5 })
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(address => !address.pathname.startsWith('/sign-in'))
  await page.close()
  return {
    take: (screenshot: Screenshot, look: Look) => take(context, url, screenshot, look),
    close: () => browser.close()
  }
}

async function take(context: BrowserContext, url: string, screenshot: Screenshot, { isDark, path }: Look) {
  const page = await context.newPage()
  try {
    await page.setViewportSize(screenshot.isPhone ? HAND : DESK)
    await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' })
    await page.goto(url + screenshot.path)
    await page.getByText(screenshot.until).first().waitFor()
    await page.screenshot({ path, animations: 'disabled' })
  } finally {
    await page.close()
  }
}

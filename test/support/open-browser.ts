import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { findBrowser } from '@paidonce/local-stack/browser/find-browser'
import { type Browser, chromium, type Page } from 'playwright-core'
import { ROOT } from './sources.ts'
import { PASSWORD } from './start-console.ts'

/** A real Chromium without windows, closed after the test. */
export async function openBrowser(t: TestContext): Promise<Browser> {
  const { command, env = {} } = await findBrowser({
    cache: join(ROOT, '.local/chromium'),
    chromePath: process.env.CHROME_PATH,
    say: () => undefined
  })
  const browser = await chromium.launch({
    executablePath: command,
    env: { ...process.env, ...env } as Record<string, string>,
    chromiumSandbox: false
  })
  t.after(() => browser.close())
  return browser
}

/** A page on which somebody has signed in. Fails the test on whatever the page writes as an error. */
export async function signedIn(browser: Browser, url: string, name: 'olga' | 'vera'): Promise<Page> {
  const context = await browser.newContext()
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(address => !address.pathname.startsWith('/sign-in'))
  return page
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Fails on what keeps people from using the page, in axe-core's judgement. */
export async function isAccessible(page: Page): Promise<void> {
  // The page's own policy lets no other script in; what the browser evaluates for us is not the page's.
  await page.evaluate(await readFile(AXE, 'utf8'))
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<Found> } }).axe.run()
    return violations.map(
      ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`
    )
  })
  assert.deepEqual(found, [])
}

type Found = { violations: { id: string; impact: string; nodes: { html: string }[] }[] }
